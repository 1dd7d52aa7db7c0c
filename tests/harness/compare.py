"""One numeric comparison: checkpoint from the oracle, file from nnscan, verdict from the judge."""
from __future__ import annotations

import contextlib
import dataclasses
import pathlib
import tempfile

from harness.server import Server, ServerError
from harness.tool import JUDGE_PYTHON, ORACLE_PYTHON, Result, Tool

HERE = pathlib.Path(__file__).resolve().parent


@dataclasses.dataclass
class Outcome:
    problems: list[str] = dataclasses.field(default_factory=list)
    worst: float = 0.0          # largest difference, of the output's scale
    branches: int = 0
    described: dict | None = None  # what the judge says of the file
    exported: Result | None = None
    unanswered: bool = False  # PyTorch itself cannot run the model on these inputs
    vacuous: bool = False     # the one problem is that PyTorch's numbers tell nothing
    # Where there were problems: how far our floats, and PyTorch's own, are from double precision's.
    rounding: tuple[float, float] | None = None


@dataclasses.dataclass(frozen=True)
class Oracle:
    """A Python that has PyTorch, and what it finds packages by beside its own."""
    python: str = ORACLE_PYTHON
    path: str | None = None


class Comparer:
    """Owns one oracle, one judge and a folder for their files; close it after use."""

    def __init__(self, tool: Tool, threads: int = 1, timeout: float = 300,
                 oracle: Oracle = Oracle(), optimised: bool = True):
        self.tool = tool
        self.threads = threads
        self.optimised = optimised
        self.folder = tempfile.TemporaryDirectory(prefix="nnscan-tests-")
        self.oracle = Server(oracle.python, "harness.oracle", timeout, oracle.path)
        self.judge = Server(JUDGE_PYTHON, "harness.judge", timeout)

    @contextlib.contextmanager
    def forked(self, module: str):
        """One model's comparison, by forks of both helpers. The oracle imports its module first.
        Nothing is left in memory, nor in the folder, which may be in memory too."""
        self.oracle.ask("load", file=module)
        try:
            with self.oracle.forked(), self.judge.forked():
                yield
        finally:
            for file in pathlib.Path(self.folder.name).iterdir():
                file.unlink()

    def close(self) -> None:
        self.oracle.close()
        self.judge.close()
        self.folder.cleanup()

    def path(self, name: str) -> str:
        return str(pathlib.Path(self.folder.name) / name)

    def prepare(self, file: str, entry: str, **options) -> dict:
        """A model of the oracle with its checkpoint: {id, checkpoint, parameters}."""
        return self.oracle.ask("prepare", file=file, entry=entry,
                               checkpoint=self.path("weights.pt"), **options)

    def forget(self, prepared: dict) -> None:
        """Frees a model of the oracle and its checkpoint."""
        with contextlib.suppress(ServerError):  # an oracle that died has forgotten by itself
            self.oracle.ask("drop", id=prepared["id"])
        pathlib.Path(prepared["checkpoint"]).unlink(missing_ok=True)

    def export(self, prepared: dict, args: list[str], cwd=None, timeout: float = 120) -> Result:
        """nnscan writes model.onnx with the prepared checkpoint."""
        weights = ["--weights", prepared["checkpoint"]] if prepared["parameters"] else []
        return self.tool.run([*args, *weights, "--emit", "onnx", "-o", self.path("model.onnx")],
                             cwd=cwd, timeout=timeout)

    def check(self, prepared: dict, args: list[str], answer, *, cwd=None, tolerance=None,
              untaken: int = 0, varied: bool = False, sizes: bool = False,
              telling: bool = False, exact=None, timeout: float = 120) -> Outcome:
        """Exports and compares. `answer(inputs, values)` asks the oracle for the calls.

        untaken: how many paths may stay untaken. sizes: every symbolic size must be run at two
        values, 1 among them. varied: the output must depend on x. telling: it must hold finite
        numbers that are not all the same. exact: as `answer`, in double precision, for what
        differs. timeout: of the export, in seconds.
        """
        exported = self.export(prepared, args, cwd, timeout)
        outcome = Outcome(exported=exported)
        if exported.status != 0:
            outcome.problems.append(f"export gave status {exported.status}\n{exported.stderr}")
            return outcome
        model, values = None, self.path("values.npz")
        try:
            model = self.judge.ask("load", path=self.path("model.onnx"), threads=self.threads,
                                   optimised=self.optimised)
            outcome.described = model
            try:
                calls = answer(model["inputs"], values)
            except ServerError:
                outcome.unanswered = True
                raise
            verdict = self.judge.ask("compare", id=model["id"], values=values, calls=calls,
                                     tolerance=tolerance)
            outcome.problems += verdict["problems"]
            outcome.worst, outcome.branches = verdict["worst"], verdict["branches"]
            if len(verdict["untaken"]) > untaken:
                outcome.problems.append("no call takes " + ", ".join(verdict["untaken"]))
            if sizes and verdict["narrow"]:
                outcome.problems.append("not run at two values, 1 among them: " +
                                        ", ".join(verdict["narrow"]))
            if outcome.problems and exact:
                self._measure_rounding(outcome, model, values, calls, exact)
            vacuous = self.judge.ask("vacuous", values=values, calls=calls) if telling else None
            if vacuous:
                outcome.vacuous = not outcome.problems
                outcome.problems.append(vacuous)
            if varied and self.judge.ask("spread", values=values, calls=calls) < 0.01:
                outcome.problems.append("the output hardly depends on the input")
        except ServerError as error:
            outcome.problems.append(str(error))
        finally:
            if model:
                with contextlib.suppress(ServerError):  # as above
                    self.judge.ask("drop", id=model["id"])
        return outcome

    def _measure_rounding(self, outcome: Outcome, model: dict, values: str, calls: list,
                          exact) -> None:
        doubles = self.path("exact.npz")
        try:
            outcome.rounding = tuple(self.judge.ask(
                "rounding", id=model["id"], values=values, calls=calls, exact=doubles,
                exact_calls=exact(model["inputs"], doubles)))
        except ServerError as error:
            outcome.problems[0] += f" (and in double precision: {error})"
