"""The hook, run by pre-commit in a scratch repository on commits that it should take or stop."""
from __future__ import annotations

import pathlib
import re

from harness import report
from harness.install.shell import TOOLS, copy_checkout, failure, run
from harness.tool import ROOT

_REVISION = "v0.0.1"
_GOOD = """\
from torch import nn


class Good(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 4)

    def forward(self, x):
        return self.fc(x).relu()
"""
_LINE = 'open("log.txt", "a").write(str(x.sum()))'
_BAD = f"""\
from torch import nn


class Bad(nn.Module):
    def forward(self, x):
        {_LINE}
        return x * 2
"""


def config(hooks: pathlib.Path) -> str:
    """The README's lines for .pre-commit-config.yaml, with the repository and revision in them."""
    lines = (ROOT / "README.md").read_text().split("```yaml\n")[1].split("```")[0]
    for placeholder, value in (("URL-OF-THIS-REPOSITORY", hooks), ("TAG-OR-COMMIT", _REVISION)):
        assert placeholder in lines, lines
        lines = lines.replace(placeholder, str(value))
    return lines


class Repository:
    """A repository whose commits go through pre-commit."""

    def __init__(self, scratch: pathlib.Path, hooks: pathlib.Path):
        self.folder = scratch / "project"
        self.folder.mkdir()
        self.settings = identity(scratch)
        self.git("init", "--quiet")
        self.write(".pre-commit-config.yaml", config(hooks))
        self.prepared = run([TOOLS / "pre-commit", "install", "--install-hooks"],
                            cwd=self.folder, **self.settings)

    def git(self, *words: str):
        return run(["git", *words], cwd=self.folder, **self.settings)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)

    def commit(self, **files: str):
        """Commits the files (NAME_SUFFIX for NAME.SUFFIX); taken back if the hook stops it."""
        for name, text in files.items():
            self.write(".".join(name.rsplit("_", 1)), text)
        self.git("add", "--all")
        result = self.git("commit", "--message", "Change models")
        if result.returncode:
            self.git("reset", "--quiet", "--hard")
        return result


def identity(scratch: pathlib.Path) -> dict[str, str]:
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "Somebody"), ("EMAIL", "somebody@example.org"))}
    return {**who, "GIT_CONFIG_GLOBAL": "/dev/null",
            "PRE_COMMIT_HOME": str(scratch / "pre-commit")}


def publish(scratch: pathlib.Path) -> pathlib.Path:
    """A repository of this checkout's files, as pre-commit would clone it from somewhere."""
    hooks = scratch / "hooks"
    copy_checkout(hooks)
    for words in (["init", "--quiet"], ["add", "--all"],
                  ["commit", "--quiet", "--message", "All files"], ["tag", _REVISION]):
        done = run(["git", *words], cwd=hooks, **identity(scratch))
        assert done.returncode == 0, done.stdout
    return hooks


def check(suite: report.Suite, scratch: pathlib.Path) -> None:
    project = Repository(scratch, publish(scratch))
    suite.add("hook: pre-commit installs it", failure(project.prepared))
    if project.prepared.returncode:
        return

    def commit(name: str, status: int, says: str, **files: str):
        result = project.commit(**files)
        suite.add(f"hook: {name}", failure(result, status, says))
        return result

    commit("a commit without Python is not its business", 0, "Skipped", notes_md="Notes\n")
    commit("a model that can be exported is committed", 0, "Passed", good_py=_GOOD)
    refused = commit("one that cannot is stopped, at its line", 1, "bad.py:6:", bad_py=_BAD)
    code = re.search(r"bad\.py:6:\d+: error\[(NN\d+)\]", refused.stdout)
    suite.add("hook: it names the code", [] if code else [f"no code in:\n{refused.stdout}"])
    log = project.git("log", "--format=%s", "--", "bad.py").stdout
    suite.add("hook: a stopped commit is none", [f"there is {log}"] if log else [])
    if not code:
        return
    ignored = _BAD.replace(_LINE, f"{_LINE}  # nnscan: ignore[{code[1]}]")
    commit("a code that the line ignores passes", 0, "Passed", bad_py=ignored)
    unused = _GOOD.replace("return", "y = x  # nnscan: ignore[NN501]\n        return")
    commit("an ignored code that is not there stops nothing", 0, "Passed", good_py=unused)
    commit("pyproject.toml is honoured", 0, "Passed", other_py=_BAD.replace("Bad", "Other"),
           pyproject_toml=f'[tool.nnscan]\nignore = ["{code[1]}"]\n')
    commit("an excluded file is left out, though it is named", 0, "Passed",
           other_py=_BAD.replace("Bad", "Another"),
           pyproject_toml='[tool.nnscan]\nexclude = ["other.py"]\n')
    commit("an unknown setting is an error", 1, "ignroe", good_py=_GOOD + "\n",
           pyproject_toml='[tool.nnscan]\nignroe = ["NN301"]\n')
