"""The GitHub action: its file against the schema, and its last step as the runner would run it."""
from __future__ import annotations

import json
import pathlib
import re
import shutil

from harness import report
from harness.install.shell import TOOLS, failure, run
from harness.tool import ROOT

_LOAD = "import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))"
_REFUSED = """\
from torch import nn


class Net(nn.Module):
    def forward(self, x):
        return nn.functional.linear(x.reshape(4, 5), x.reshape(3, 4))
"""


def evaluated(text: str, values: dict[str, str]) -> str:
    """A text with its ${{ expressions }}, of which only names are known."""
    return re.sub(r"\$\{\{ (\S+) \}\}", lambda found: values[found[1]], text)


def steps() -> tuple[list[dict], dict[str, str]]:
    """The action's steps, and its inputs with their defaults."""
    loaded = json.loads(run([TOOLS / "python", "-c", _LOAD, ROOT / "action.yml"]).stdout)
    defaults = {f"inputs.{name}": row["default"] for name, row in loaded["inputs"].items()}
    return loaded["runs"]["steps"], defaults


def check(suite: report.Suite, scratch: pathlib.Path, wheel: pathlib.Path) -> None:
    valid = run([TOOLS / "check-jsonschema", "--builtin-schema", "vendor.github-actions",
                 ROOT / "action.yml"])
    suite.add("action.yml, by its schema", failure(valid))
    hooks = run([TOOLS / "pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml"])
    suite.add(".pre-commit-hooks.yaml, by pre-commit", failure(hooks))

    listed, defaults = steps()
    values = {**defaults, "runner.temp": str(scratch / "runner"), "github.action_path": str(ROOT)}
    (scratch / "runner/nnscan-wheel").mkdir(parents=True)
    shutil.copy2(wheel, scratch / "runner/nnscan-wheel")
    project = scratch / "checked"
    project.mkdir()

    def run_step(number: int, **more: str):
        step = listed[number]
        settings = {name: evaluated(text, values) for name, text in step.get("env", {}).items()}
        return run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                   cwd=project, **settings, **more)

    output = scratch / "output"
    suite.add("action: the state of the sources",
              failure(run_step(0, GITHUB_OUTPUT=str(output))) +
              ([] if re.fullmatch(r"hash=[0-9a-f]{16}\n", output.read_text()) else
               [f"it says {output.read_text()!r}"]))
    shutil.copy2(ROOT / "examples/lenet.py", project)
    suite.add("action: a project that can be exported", failure(run_step(-1)))
    (project / "net.py").write_text(_REFUSED)
    suite.add("action: one that cannot is marked at its line",
              failure(run_step(-1), 1, ",file=net.py,line=6,"))
    values["inputs.paths"] = "lenet.py"
    suite.add("action: the paths that it is given", failure(run_step(-1)))
    values.update({"inputs.paths": ".", "inputs.args": "--exit-zero"})
    suite.add("action: the options that it is given", failure(run_step(-1)))
