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
# A fresh oracle and judge now and then: what their packages cache must not fill the memory.
_RENEW = 25
# So many times as far from double precision as PyTorch's own single precision counts as rounding;
# where PyTorch itself is further off than this, of the output's scale, its numbers decide nothing.
_ROUNDING = 4
_TELLING = 1e-3


@dataclasses.dataclass
class Limits:
    seconds: float = 60    # of nnscan, for one model
    millions: float = 300  # of parameters: larger models are exported, not compared
    numeric: bool = True


class Checker:
    """Gives verdicts, one after the other; owns a Comparer."""

    def __init__(self, tool: Tool, oracle: Oracle, limits: Limits):
        self.tool, self.limits = tool, limits
        self.comparer = Comparer(tool, oracle=oracle)
        self.done = 0

    def close(self) -> None:
        self.comparer.close()

    def verdict(self, entry: Entry) -> Verdict:
        arguments = [entry.source, "--class", entry.call, *entry.options]
        plain = self.comparer.path("plain.json")
        result = self.tool.run([*arguments, "--emit", "json", "-o", plain],
                               timeout=self.limits.seconds)
        found = Verdict(entry.name, "", seconds=round(result.seconds, 3),
                        peak_mb=round(result.peak_mb))
        if result.status != 0:
            return _refusal(found, result, self.limits)
        found.millions = round(_parameters(plain) / 1e6, 2)
        if not self.limits.numeric:
            found.verdict = "exported"
        elif found.millions > self.limits.millions:
            found.verdict = "large"
        else:
            self._compare(entry, arguments, found, entry.calibrate)
            if found.verdict == "noisy" and entry.calibrate and not entry.heads:
                # Weights as PyTorch draws them run away less.
                self._compare(entry, arguments, found, None)
        return found

    def _compare(self, entry: Entry, arguments: list[str], found: Verdict,
                 calibrate: list[int] | None) -> None:
        comparer = self.comparer
        self.done += 1
        if self.done % _RENEW == 0:
            comparer.renew()
        try:
            prepared = comparer.prepare(entry.module, entry.call, init=entry.init,
                                        calibrate=calibrate, heads=calibrate and entry.heads)
        except ServerError as error:
            found.verdict, found.message = "unbuildable", str(error).strip().splitlines()[-1]
            return

        def answer(inputs, values, exact=False):
            return comparer.oracle.ask("answer", id=prepared["id"], declared=entry.inputs,
                                       fixed=entry.fixed, model_inputs=inputs, given=entry.given,
                                       calls=entry.calls, values=values, exact=exact)

        outcome = comparer.check(prepared, arguments, answer, tolerance=entry.tolerance,
                                 untaken=sys.maxsize, telling=True,
                                 exact=functools.partial(answer, exact=True))
        comparer.forget(prepared)
        found.worst = outcome.worst
        found.verdict = "wrong" if outcome.problems else "right"
        if outcome.problems:
            found.message = outcome.problems[0].strip()[:600]
            if outcome.unanswered:
                found.verdict = "unbuildable"
                found.message = outcome.problems[0].strip().splitlines()[-1][:600]
            elif outcome.exported.status != 0:
                _refusal(found, outcome.exported, self.limits)
            elif outcome.rounding:
                _judge_rounding(found, *outcome.rounding)


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
