"""How suites say what they found: problems as they appear, and one closing line."""
from __future__ import annotations

import difflib


def difference(what: str, expected: list[str], got: list[str]) -> list[str]:
    """One problem that shows how two texts differ, or none."""
    expected = [line.rstrip() for line in expected]
    got = [line.rstrip() for line in got]
    if expected == got:
        return []
    lines = list(difflib.unified_diff(expected, got, "expected", "got", lineterm="", n=2))[2:]
    shown = lines if len(lines) <= 60 else [*lines[:60], f"... {len(lines) - 60} more lines"]
    return ["\n".join([f"{what} differs:", *shown])]


class Suite:
    def __init__(self, name: str, verbose: bool = False):
        self.name, self.verbose = name, verbose
        self.passed = self.failed = self.skipped = 0

    def add(self, name: str, problems: list[str], note: str = "") -> None:
        if problems:
            self.failed += 1
            print(f"FAIL {name}", flush=True)
            for problem in problems:
                print("    " + problem.rstrip().replace("\n", "\n    "))
        else:
            self.passed += 1
            if self.verbose:
                print(f"ok   {name}" + (f"  {note}" if note else ""), flush=True)

    def skip(self, name: str, why: str) -> None:
        self.skipped += 1
        print(f"skip {name}: {why}", flush=True)

    def close(self) -> int:
        """The closing line that tests/all adds up; the exit status."""
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        print(f"{self.name}: {self.passed} passed, {self.failed} failed{skipped}", flush=True)
        return 1 if self.failed or not self.passed else 0
