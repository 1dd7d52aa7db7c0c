"""Scratch trees of models, and `nnscan check` run on them."""
from __future__ import annotations

import json
import os
import pathlib
import pty
import subprocess
import threading
from typing import Any, Callable

from harness.tool import JUDGE_PYTHON, ROOT, SANITIZER_REMARK, Result, Tool

# What decides about colours, and may be set where the tests run.
_COLOUR = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM")
_CONSUME = ROOT / "tests/harness/check/consume.py"
_ANNOTATE = ROOT / "tests/harness/check/github/annotate.mjs"
_TOOLKIT = ROOT / "build/github"

HEAD = "import torch\nfrom torch import nn\n"


def model(name: str, body: str, arguments: str = "", setup: str = "pass") -> str:
    """A class whose forward is `body`, one statement."""
    return (f"\n\nclass {name}(nn.Module):\n    def __init__(self{arguments}):\n"
            f"        super().__init__()\n        {setup}\n\n"
            f"    def forward(self, x):\n        {body}\n")


REFUSED = model("Refused", "return nn.functional.nothing_such(x)")
EXACT = model("Exact", "return x + 1")
ASSUMES = "".join([model("Assumes", "assert x.sum() > 0\n        return x")])


class Scratch:
    def __init__(self, tool: Tool, folder: pathlib.Path):
        self.tool, self.folder = tool, folder

    def write(self, name: str | bytes, *parts: str | bytes, head: str = HEAD) -> None:
        """A file of models; it begins with the imports that they need."""
        path = os.path.join(os.fsencode(self.folder), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            for part in (head, *parts):
                file.write(part if isinstance(part, bytes) else part.encode())

    def environment(self, variables: dict[str, str]) -> dict[str, str]:
        plain = {name: value for name, value in os.environ.items() if name not in _COLOUR}
        return {**plain, "TERM": "xterm", **variables}

    def run(self, *args: str | bytes, **variables: str) -> Result:
        """`nnscan check ARGS` with pipes for its output."""
        done = subprocess.run([self.tool.path, "check", *args], cwd=self.folder, timeout=120,
                              env=self.environment(variables), stdin=subprocess.DEVNULL,
                              capture_output=True)
        stderr = SANITIZER_REMARK.sub("", done.stderr.decode(errors="replace"))
        return Result(done.returncode, done.stdout, stderr, 0, 0, 0)

    def on_terminal(self, stream: str, *args: str, **variables: str) -> str:
        """What a terminal gets that is its `stdout` or `stderr`."""
        leader, terminal = pty.openpty()
        other = {"stdout": "stderr", "stderr": "stdout"}[stream]
        process = subprocess.Popen([self.tool.path, "check", *args], cwd=self.folder,
                                   env=self.environment(variables), stdin=subprocess.DEVNULL,
                                   **{stream: terminal, other: subprocess.DEVNULL})
        os.close(terminal)
        timer = threading.Timer(120, process.kill)
        timer.start()
        seen = b""
        try:
            while part := os.read(leader, 65536):
                seen += part
        except OSError:  # the other side is closed
            pass
        process.wait()
        timer.cancel()
        os.close(leader)
        text = seen.decode(errors="replace").replace("\r\n", "\n")
        return SANITIZER_REMARK.sub("", text)

    def json(self, *args: str | bytes) -> dict[str, Any]:
        return json.loads(self.run("--format=json", *(args or (".",))).stdout)

    def verdicts(self, *args: str | bytes) -> dict[str, str]:
        return {entry["name"]: entry["verdict"] for entry in self.json(*args)["entries"]}

    def consumed(self, kind: str, *args: str | bytes) -> Any:
        """The report in a format, as a program that reads this format understands it."""
        given = self.run(f"--format={kind}", *(args or (".",)))
        same(given.status in (0, 1), True, f"the status, {given.status}, is good")
        done = subprocess.run([JUDGE_PYTHON, str(_CONSUME), kind], input=given.stdout,
                              capture_output=True)
        same(done.returncode, 0, f"the reader of {kind} says\n{done.stderr.decode()[-2000:]}")
        return json.loads(done.stdout)


def annotations(rows: list[dict[str, Any]]) -> str:
    """The workflow commands for them, as GitHub's toolkit writes them."""
    done = subprocess.run(["node", str(_ANNOTATE), str(_TOOLKIT)], input=json.dumps(rows).encode(),
                          capture_output=True)
    same(done.returncode, 0, f"the toolkit says\n{done.stderr.decode()[-2000:]}")
    return done.stdout.decode()


def same(got: Any, expected: Any, what: str) -> None:
    assert got == expected, f"{what}:\n  got      {got!r}\n  expected {expected!r}"


def holds(text: str, *parts: str) -> None:
    for part in parts:
        assert part in text, f"there is no {part!r} in\n{text}"


def lacks(text: str, *parts: str) -> None:
    for part in parts:
        assert part not in text, f"there is {part!r} in\n{text}"


Case = Callable[[Scratch], None]


class Cases:
    """Functions by the sentence that says what holds."""

    def __init__(self) -> None:
        self.all: dict[str, Case] = {}

    def __call__(self, name: str) -> Callable[[Case], Case]:
        def add(function: Case) -> Case:
            assert name not in self.all, f"{name} is there twice"
            self.all[name] = function
            return function
        return add
