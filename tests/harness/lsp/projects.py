"""`[tool.nnscan]` of a pyproject.toml counts in an editor as it does in a check."""
from __future__ import annotations

import json
import shutil
import subprocess

from harness.lsp.client import uri_of
from harness.lsp.manners import labels
from harness.lsp.scratch import NET, Cases, Scratch, codes, line_of, same
from harness.server import TESTS

case = Cases()

# Wrong in two ways, with an unused layer.
WRONG = NET.replace("nn.Linear(16, classes)", "nn.Linear(17, classes)\n        self.spare = nn.Linear(2, 3)")


def checked(s: Scratch, *options: str) -> list[tuple[str, int]]:
    """What a check of the folder finds in net.py."""
    done = subprocess.run([s.tool.path, "check", "--format=json", *options, "."], cwd=s.folder, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    return sorted((f["code"], f["line"] - 1) for f in json.loads(done.stdout)["diagnostics"] if f["file"].endswith("net.py"))


def shown(client, uri: str) -> list[tuple[str, int]]:
    return sorted((d["code"], d["range"]["start"]["line"]) for d in client.diagnostics(uri))


SETTINGS = {
    "nothing": "",
    "ignore": 'ignore = ["NN401"]',
    "select": 'select = ["NN4"]',
    "per-file-ignores": 'per-file-ignores = { "net.py" = ["NN4"] }',
    "per-file-ignores of others": 'per-file-ignores = { "other.py" = ["NN4"] }',
    "exclude": 'exclude = ["net.py"]',
    "exclude a folder": 'exclude = ["elsewhere"]',
    "opset": "opset = 11",
    "train": "train = true",
}


@case("codes, files and limits are chosen as in a check")
def settings(s: Scratch) -> None:
    expected = {}
    for name, line in SETTINGS.items():
        s.write("pyproject.toml", f"[tool.nnscan]\n{line}\n")
        client, uri = s.opened("net.py", WRONG)
        with client:
            expected[name] = checked(s)
            same(shown(client, uri), expected[name], name)
    # They have made a difference.
    same(("NN401" in str(expected["nothing"]), "NN401" in str(expected["ignore"])), (True, False), "ignore")
    same(expected["exclude"], [], "exclude")
    s.write("pyproject.toml", "[tool.nnscan]\nmax-steps = 2000\n")
    client, uri = s.opened("net.py", WRONG)
    with client:
        assert "NN801" in codes(client.diagnostics(uri)), client.diagnostics(uri)


@case("what a baseline holds is not shown")
def baseline(s: Scratch) -> None:
    s.write("net.py", WRONG)
    subprocess.run([s.tool.path, "check", "--write-baseline", "known.json", "."], cwd=s.folder, capture_output=True, check=False)
    s.write("pyproject.toml", '[tool.nnscan]\nbaseline = "known.json"\n')
    client, uri = s.opened("net.py", WRONG)
    with client:
        same((shown(client, uri), checked(s)), ([], []), "what is known")
        # What moves along is known all the same; what is new is shown.
        client.edit(uri, 0, 0, "# a line\n")
        client.analysed(uri)
        same(shown(client, uri), [], "after an edit above")
        client.replace(uri, "return F.relu(y)", "return F.relu(y).nothing_such()")
        client.analysed(uri)
        assert shown(client, uri), "the new one is missing"


@case("a change of pyproject.toml counts at once")
def changed(s: Scratch) -> None:
    project = s.write("pyproject.toml", '[tool.nnscan]\nignore = ["NN401"]\n')
    client, uri = s.opened("net.py", WRONG)
    with client:
        same("NN401" in codes(client.diagnostics(uri)), False, "before")
        project.write_text("[tool.nnscan]\n")
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri_of(project), "type": 2}]})
        client.wait_until(lambda: True if "NN401" in codes(client.diagnostics(uri)) else None, "the diagnostic")


@case("imports are looked up in the project's and the client's folders")
def include(s: Scratch) -> None:
    s.write("lib/blocks.py", NET)
    s.write("more/parts.py", "def twice(x):\n    return x * 2\n")
    s.write("pyproject.toml", '[tool.nnscan]\ninclude = ["lib"]\n')
    text = ("from blocks import Block\nfrom parts import twice\nfrom torch import nn\n\n\nclass Other(nn.Module):\n    def __init__(self):\n"
            "        super().__init__()\n        self.block = Block(3, 4)\n\n    def forward(self, x):\n        y = twice(self.block(x))\n        return y\n")
    path = s.write("src/other.py", text)
    client = s.client({"include": ["more"]})
    with client:
        client.initialize()
        uri = client.open(path)
        client.analysed(uri)
        same(labels(client, uri)[line_of(text, "y = ")], ["float32[N, 4, H, W]"], "a hint")


@case("what is wrong with the project's settings is told, and the rest goes on")
def wrong(s: Scratch) -> None:
    s.write("pyproject.toml", "[tool.nnscan]\nopset = 99\n")
    client, uri = s.opened()
    with client:
        assert labels(client, uri), "no hints"
        assert any("pyproject.toml" in n["params"]["message"] for n in client.notifications if n["method"] == "window/logMessage"), \
            "nothing was told"


ORDERED = """from ordered.wrapped import Scale
from ordered import build_layer
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = Scale()
        self.layer = build_layer("ReLU")
        assert type(self.layer).__name__ == "WrappedReLU"

    def forward(self, x):
        y = self.first(x)
        return self.layer(y)
"""


@case("a package is imported in Python's order where that shows, as in a check")
def import_order(s: Scratch) -> None:
    shutil.copytree(TESTS / "library/ordered", s.folder / "ordered")
    client, uri = s.opened("net.py", ORDERED)
    with client:
        same((shown(client, uri), checked(s)), ([], []), "as Python has it")
        client.replace(uri, '"WrappedReLU"', '"ReLU"')
        client.analysed(uri)
        same([code for code, _ in shown(client, uri)], ["NN202"], "another than Python has")
