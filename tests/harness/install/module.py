"""The Python module of the wheel: export() and check(), run by the environment's own Python."""
from __future__ import annotations

import pathlib
import shutil

from harness import report
from harness.install.shell import TOOLS, failure, run
from harness.tool import JUDGE_PYTHON, ROOT

_PROGRAMS = ROOT / "tests/harness/install/programs"


def judge_packages() -> str:
    found = pathlib.Path(JUDGE_PYTHON).parents[1].glob("lib/python3*/site-packages")
    return str(next(found))


def check(suite: report.Suite, scratch: pathlib.Path, environment: pathlib.Path) -> None:
    """Each program ends with status 0 if everything that it asserts holds."""
    python = environment / "bin/python"
    for program in sorted(_PROGRAMS.glob("*.py")):
        more = {} if program.stem.startswith("without_onnx") else {"PYTHONPATH": judge_packages()}
        folder = scratch / program.stem
        shutil.copytree(ROOT / "examples", folder / "examples")
        suite.add(f"module: {program.stem.replace('_', ' ')}",
                  failure(run([python, "-W", "error", program], cwd=folder, **more)))

    typed = run([TOOLS / "mypy", "--strict", "--ignore-missing-imports",
                 f"--python-executable={python}", f"--cache-dir={ROOT / 'build/packaging/mypy'}",
                 *sorted(_PROGRAMS.glob("*.py"))], cwd=scratch)
    suite.add("its types, by mypy --strict", failure(typed))
