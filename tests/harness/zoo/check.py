"""One entry of the zoo: exported, refused, or compared with PyTorch."""
from __future__ import annotations

import dataclasses
import functools
import json
import math
import pathlib
import re
import sys

from harness.compare import Comparer, Oracle
from harness.server import ServerError
from harness.tool import Result, Tool
from harness.zoo.entry import Entry, Verdict

_DIAGNOSTIC = re.compile(r"^(?P<file>[^:\n]*):(?P<line>\d+):\d+: error\[(?P<code>NN\d+)\]: "
                         r"(?P<message>.*)$|^nnscan: (?P<plain>.*)$", re.MULTILINE)
# So many times as far from double precision as PyTorch's own single precision counts as rounding;
# where PyTorch itself is further off than this, of the output's scale, its numbers decide nothing.
_ROUNDING = 4
_TELLING = 1e-3
# Seconds for one answer of PyTorch or ONNX Runtime: videos on a busy machine.
_PATIENCE = 1200
# Residual branches that hardly count: a deep random network amplifies rounding otherwise.
_CALM = ("[weight.data.fill_(0.1) for name, weight in model.named_parameters() "
         "if name.endswith(('bn2.weight', 'bn3.weight', 'conv2.bn.weight', 'conv3.bn.weight'))]")


@dataclasses.dataclass
class Limits:
    seconds: float = 60    # of nnscan, for one model
    millions: float = 500  # of parameters: larger models are exported, not compared
    numeric: bool = True


class Checker:
    """Gives verdicts, one after the other; owns a Comparer."""

    def __init__(self, tool: Tool, oracle: Oracle, limits: Limits):
        self.tool, self.limits = tool, limits
        # What ONNX Runtime makes of a graph that it runs thrice takes longer than it saves.
        self.comparer = Comparer(tool, oracle=oracle, optimised=False, timeout=_PATIENCE)

    def close(self) -> None:
        self.comparer.close()

    def verdict(self, entry: Entry, millions: float = 0) -> Verdict:
        """millions: of parameters, where an earlier export has told."""
        arguments = [entry.source, "--class", entry.call, *entry.options]
        if self.limits.numeric and not millions:
            millions = self._counted(entry)
        if not self.limits.numeric or not 0 < millions <= self.limits.millions:
            found = self._export(entry, arguments)
            if found.verdict:
                return found
            millions = found.millions
        found = self._compared(entry, arguments)
        if found.verdict == "wrong":  # in ONNX Runtime's kernels for optimised graphs as well?
            self.comparer.optimised = True
            found = self._compared(entry, arguments)
            self.comparer.optimised = False
        if found.verdict == "noisy" and entry.calibrate and not entry.heads:
            drawn = dataclasses.replace(entry, calibrate=None)
            for calmer in (dataclasses.replace(entry, init=_CALM),
                           dataclasses.replace(drawn, init=_CALM), drawn):
                if found.verdict == "noisy":
                    found = self._compared(calmer, arguments)
        found.millions = millions
        return found

    def _counted(self, entry: Entry) -> float:
        """Millions of parameters as PyTorch counts them; 0 where it cannot without memory for them."""
        try:
            with self.comparer.forked(entry.module):
                return round(self.comparer.oracle.ask("count", file=entry.module,
                                                      entry=entry.call) / 1e6, 2)
        except ServerError:
            return 0

    def _export(self, entry: Entry, arguments: list[str]) -> Verdict:
        """Without weights; gives a verdict unless a comparison is to do so."""
        plain = self.comparer.path("plain.json")
        result = self.tool.run([*arguments, "--emit", "json", "-o", plain],
                               timeout=self.limits.seconds)
        found = _measured(entry, result)
        if result.status != 0:
            return _refusal(found, result, self.limits)
        found.millions = round(_parameters(plain) / 1e6, 2)
        if not self.limits.numeric:
            found.verdict = "exported"
        elif found.millions > self.limits.millions:
            found.verdict = "large"
        return found

    def _compared(self, entry: Entry, arguments: list[str]) -> Verdict:
        comparer = self.comparer
        try:
            with comparer.forked(entry.module):
                prepared = comparer.prepare(entry.module, entry.call, init=entry.init, quick=True,
                                            calibrate=entry.calibrate, heads=entry.heads)
                return self._judged(entry, arguments, prepared)
        except ServerError as error:
            return Verdict(entry.name, "unbuildable", message=str(error).strip().splitlines()[-1])

    def _judged(self, entry: Entry, arguments: list[str], prepared: dict) -> Verdict:
        # The example that a model was calibrated on has two images: their kernels are there already.
        given = [*(["N=(1, 2)"] if entry.symbols == {"N"} else []), *entry.given]

        def answer(inputs, values, exact=False):
            return self.comparer.oracle.ask(
                "answer", id=prepared["id"], declared=entry.inputs, fixed=entry.fixed,
                model_inputs=inputs, given=given, calls=entry.calls, values=values,
                exact=exact, rounds=2)

        # Beside the model, where ONNX Runtime maps them into memory.
        outcome = self.comparer.check(prepared, [*arguments, "--external-data"], answer,
                                      tolerance=entry.tolerance, untaken=sys.maxsize, telling=True,
                                      exact=functools.partial(answer, exact=True),
                                      timeout=self.limits.seconds)
        found = _measured(entry, outcome.exported)
        found.worst = outcome.worst
        found.verdict = "wrong" if outcome.problems else "right"
        if outcome.problems:
            found.message = outcome.problems[0].strip()[:600]
            if outcome.unanswered:
                found.verdict = "unbuildable"
                found.message = outcome.problems[0].strip().splitlines()[-1][:600]
            elif outcome.exported.status != 0:
                _refusal(found, outcome.exported, self.limits)
            elif outcome.vacuous:
                found.verdict = "noisy"
            elif outcome.rounding:
                _judge_rounding(found, *outcome.rounding)
        return found


def _measured(entry: Entry, result: Result) -> Verdict:
    return Verdict(entry.name, "", seconds=round(result.seconds, 3), peak_mb=round(result.peak_mb))


def _judge_rounding(found: Verdict, ours: float, theirs: float) -> None:
    """Whether what differs is rounding: no further from double precision than PyTorch itself is."""
    found.message = f"off double precision by {ours:.1e}, PyTorch by {theirs:.1e}; {found.message}"
    if theirs > _TELLING:
        found.verdict = "noisy"
    elif ours <= _ROUNDING * theirs:
        found.verdict = "right"


def _refusal(found: Verdict, result: Result, limits: Limits) -> Verdict:
    said = _DIAGNOSTIC.search(result.stderr)
    if said and said["code"]:
        found.code, found.message = said["code"], said["message"]
        found.where = f"{pathlib.Path(said['file']).name}:{said['line']}"
    else:
        found.message = said["plain"] if said else result.stderr.strip()[-300:]
    refused = result.status == 1 and found.code and not found.code.startswith("NN9")
    late = result.status < 0 and result.seconds >= limits.seconds
    found.verdict = "refused" if refused else "time" if late else "crash"
    return found


def _parameters(path: str) -> int:
    described = json.loads(pathlib.Path(path).read_text())
    return sum(math.prod(item["shape"]) for item in described["parameters"])
