"""What makes an editor pleasant: nothing flickers, nothing is out of date, everything can be set."""
from __future__ import annotations

import os
import pathlib
import time

from harness.lsp.client import Failure, uri_of
from harness.lsp.scratch import NET, Cases, Scratch, codes, holds, lacks, line_of, plain, same

case = Cases()


def labels(client, uri: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for line, label, _ in client.hints(uri):
        found.setdefault(line, []).append(plain(label))
    return found


@case("an edit changes the hints")
def edit(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        client.replace(uri, "Block(8, 16)", "Block(8, 32)")
        client.replace(uri, "nn.Linear(16", "nn.Linear(32")
        client.analysed(uri)
        same(labels(client, uri)[line_of(NET, "pooled = ")], ["float32[N, 32]"], "after the edit")


@case("the model that runs the edited function comes first")
def first(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        client.settings["pause"] = 600_000
        client.notify("workspace/didChangeConfiguration", {"settings": None})
        client.wait_until(lambda: True if any(n["method"] == "nnscan/analysed" for n in client.notifications) else None, "settings")
        client.replace(uri, "return Net(2)", "return Net(3)")
        done = client.analysed(uri, whole=False)
        assert "tiny" in [entry["entry"] for entry in done["entries"]], done
        same(labels(client, uri)[line_of(NET, "return self.head")], ["float32[N, 3]"], "its hints")


@case("a syntax error keeps the hints, moved along, and is reported")
def syntax(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        before = labels(client, uri)
        client.replace(uri, "    def forward(self, image):", "    def forward(self, image):\n        z = (")
        client.analysed(uri, whole=False)
        assert "NN101" in codes(client.diagnostics(uri)), client.diagnostics(uri)
        line = line_of(NET, "def forward(self, image)")
        after = labels(client, uri)
        same({at if at <= line else at - 1: text for at, text in after.items()}, before, "the hints")
        client.replace(uri, "\n        z = (", "")
        client.analysed(uri)
        same(labels(client, uri), before, "once it is gone")
        same(codes(client.diagnostics(uri)), [], "the diagnostics")


@case("hints that stand behind a refusal are kept")
def refusal(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        before = labels(client, uri)
        client.replace(uri, "a = self.first(image)", "a = self.firs(image)")
        client.analysed(uri)
        assert any("firs" in d["message"] for d in client.diagnostics(uri)), client.diagnostics(uri)
        same(labels(client, uri)[line_of(NET, "pooled = ")], before[line_of(NET, "pooled = ")], "behind it")


@case("a factory that gives no model any more has no costs, and no part in hints")
def no_model(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        same(labels(client, uri)[line_of(NET, "return self.head")], ["float32[N, 2|10]"], "before")
        client.replace(uri, "    return Net(2)", "    Net(2)")
        client.analysed(uri)
        same(labels(client, uri)[line_of(NET, "return self.head")], ["float32[N, 10]"], "after")
        lenses = client.request("textDocument/codeLens", {"textDocument": {"uri": uri}})
        same([l for l in lenses if l["range"]["start"]["line"] == line_of(NET, "def tiny")], [], "its lenses")


@case("an error in a function that nothing calls is found")
def uncalled(s: Scratch) -> None:
    client, uri = s.opened(text=NET + "\n\ndef never(x):\n    return (x\n\n" + "# " + "-" * 5000 + "\n")
    with client:
        assert "NN101" in codes(client.diagnostics(uri)), client.diagnostics(uri)


@case("unsaved text of another file counts")
def unsaved_import(s: Scratch) -> None:
    blocks = s.write("blocks.py", NET)
    text = ("from blocks import Block\nfrom torch import nn\n\n\nclass Other(nn.Module):\n    def __init__(self):\n"
            "        super().__init__()\n        self.block = Block(3, 4)\n\n    def forward(self, x):\n        y = self.block(x)\n        return y\n")
    client, uri = s.opened("other.py", text)
    with client:
        line = line_of(text, "y = self.block")
        same(labels(client, uri)[line], ["float32[N, 4, H, W]"], "before")
        other = client.open(blocks)
        client.analysed(other)
        seen = len(client.notifications)
        client.replace(other, "return F.relu(y)", "return F.relu(y).mean(dim=1)")
        client.wait_until(lambda: True if any(n["method"] == "nnscan/analysed" and n["params"]["uri"] == uri and n["params"]["whole"]
                                              for n in client.notifications[seen:]) else None, "an analysis of the importing file")
        same(labels(client, uri)[line], ["float32[N, H, W]"], "after an edit of what it imports")


@case("a file that changes on disk counts")
def changed_on_disk(s: Scratch) -> None:
    blocks = s.write("blocks.py", NET)
    text = ("from blocks import Block\nfrom torch import nn\n\n\nclass Other(nn.Module):\n    def __init__(self):\n"
            "        super().__init__()\n        self.block = Block(3, 4)\n\n    def forward(self, x):\n        y = self.block(x)\n        return y\n")
    client, uri = s.opened("other.py", text)
    with client:
        # The second analysis finds what the first one imported.
        client.replace(uri, "Block(3, 4)", "Block(3, 5)")
        client.analysed(uri)
        blocks.write_text(NET.replace("return F.relu(y)", "return F.relu(y).mean(dim=1)"))
        seen = len(client.notifications)
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri_of(blocks), "type": 2}]})
        client.wait_until(lambda: True if any(n["method"] == "nnscan/analysed" and n["params"]["whole"]
                                              for n in client.notifications[seen:]) else None, "an analysis")
        same(labels(client, uri)[line_of(text, "y = self.block")], ["float32[N, H, W]"], "after")


@case("classes that need arguments are analysed as they are used elsewhere")
def uses(s: Scratch) -> None:
    text = "from torch import nn\n\n\nclass Part(nn.Module):\n    def __init__(self, size):\n        super().__init__()\n        self.layer = nn.Linear(size, 3)\n\n    def forward(self, x):\n        y = self.layer(x)\n        return y\n"
    s.write("user.py", "from torch.nn import Module\nfrom part import Part\n\n\nclass Other(Module):\n    def forward(self, x):\n        return x\n\n\n"
            "model = Part(7)\n")
    client, uri = s.opened("part.py", text)
    with client:
        client.wait_until(lambda: labels(client, uri).get(line_of(text, "y = ")), "hints of a class that another file uses")
        # What else is in that file is no part of this one.
        for _ in range(2):
            client.analysed(uri)
            listed = client.request("nnscan/entries", {"textDocument": {"uri": uri}})
            same([(e["entry"], e["name"], e["range"]["start"]["line"]) for e in listed], [("Part(7)", "Part", line_of(text, "class Part"))], "entries")
            assert line_of(text, "y = ") in labels(client, uri), labels(client, uri)
            client.edit(uri, len(text), len(text), "# later\n")


PART = ("from torch import nn\n\n\nclass Part(nn.Module):\n    def __init__(self, size):\n        super().__init__()\n"
        "        self.layer = nn.Linear(size, 3)\n\n    def forward(self, x):\n        y = self.layer(x)\n        return y\n")


def titles(client, uri: str) -> list[str]:
    return [l["command"]["title"] for l in client.request("textDocument/codeLens", {"textDocument": {"uri": uri}})]


@case("another file's class of the same name is no use of this one's")
def namesake(s: Scratch) -> None:
    s.write("user.py", PART.replace("nn.Linear(size, 3)", "nn.Linear(size, 3)\n        self.spare = nn.Linear(size, 4)") + "\n\nmodel = Part(7)\n")
    s.write("more.py", "from user import Part\nfrom torch import nn\n\nmodel = Part(8)\n")
    client, uri = s.opened("part.py", PART)
    with client:
        same((client.diagnostics(uri), client.hints(uri)), ([], []), "what is shown of it")
        same(titles(client, uri), ["Not analysed: it needs arguments, and no call shows what they are"], "lenses")


@case("a class of which nobody says how it is made is told once, at its name")
def not_made(s: Scratch) -> None:
    s.write("user.py", "from torch.nn import Module\nfrom part import Part\n\n\nclass Other(Module):\n    pass\n\n\ndef make(size, width):\n    return Part(size), Part(width)\n")
    client, uri = s.opened("part.py", PART)
    with client:
        same(client.diagnostics(uri), [], "diagnostics")
        same(titles(client, uri), ["Not analysed: it needs arguments, and no call shows what they are"], "lenses")
        listed = client.request("nnscan/entries", {"textDocument": {"uri": uri}})
        same([(e["entry"], e["verdict"], e["reason"]) for e in listed], [("Part", "not analysed", "needs arguments")], "entries")
        same(client.analysed(uri)["entries"], [], "what was analysed")


@case("of what another file makes, only what is wrong here is shown here")
def elsewhere(s: Scratch) -> None:
    s.write("user.py", "from torch import nn\nfrom part import Part\n\n\nclass More(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
                       "        self.used = nn.Linear(4, 4)\n        self.spare = nn.Linear(2, 3)\n\n    def forward(self, x):\n        return self.used(x)\n\n\n"
                       "model = Part(More())\n")
    text = PART.replace("self.layer = nn.Linear(size, 3)", "self.layer = nn.Linear(4, 3)\n        self.inner = size").replace("layer(x)", "layer(self.inner(x))")
    client, uri = s.opened("part.py", text)
    with client:
        client.wait_until(lambda: labels(client, uri).get(line_of(text, "y = ")), "hints")
        same(client.diagnostics(uri), [], "diagnostics")


@case("the project's settings count: entries with inputs, and codes")
def project(s: Scratch) -> None:
    s.write("pyproject.toml", '[tool.nnscan]\nignore = ["NN401"]\n[tool.nnscan.entries."net:Net"]\nargs = "classes=4"\n'
                              'inputs = ["image:float32[1,3,32,32]"]\n')
    client, uri = s.opened(text=NET.replace("return F.relu(y)", "return F.relu(y)\n\n    def other(self):\n        pass"))
    with client:
        same(labels(client, uri)[line_of(client.texts[uri], "def forward(self, image)")], ["float32[1|N, 3, 32|H, 32|W]"], "the input")
        client.replace(uri, "nn.Linear(16, classes)", "nn.Linear(17, classes)")
        client.analysed(uri)
        lacks(str(codes(client.diagnostics(uri))), "NN401")


@case("a setting of a wrong type is told, and left alone")
def wrong_setting(s: Scratch) -> None:
    client, uri = s.opened(settings={"opset": "high", "inlayHints.maximumLength": 40})
    with client:
        client.wait_until(lambda: True if any("nnscan.opset" in n["params"].get("message", "") for n in client.notifications
                                              if n["method"] == "window/showMessage") else None, "a message")
        assert labels(client, uri), "no hints"


@case("a long loop ends by the limit, with a diagnostic, and editing goes on")
def endless(s: Scratch) -> None:
    text = NET.replace("super().__init__()\n        self.first", "super().__init__()\n        while True:\n            classes += 1\n        self.first")
    client, uri = s.opened(text=text, settings={"timeout": 1})
    with client:
        assert set(codes(client.diagnostics(uri))) & {"NN801"}, client.diagnostics(uri)
        client.replace(uri, "        while True:\n            classes += 1\n", "")
        client.analysed(uri)
        same(codes(client.diagnostics(uri)), [], "once it is gone")


@case("several files and folders are open at once")
def several(s: Scratch) -> None:
    one, two = s.write("one/net.py", NET), s.write("two/net.py", NET.replace("Block(3, 8)", "Block(3, 9)").replace("Block(8, 16)", "Block(9, 16)"))
    client = s.client()
    with client:
        client.initialize([one.parent])
        client.notify("workspace/didChangeWorkspaceFolders", {"event": {"added": [{"uri": uri_of(two.parent), "name": "two"}], "removed": []}})
        uris = [client.open(path) for path in (one, two)]
        for uri in uris:
            client.analysed(uri)
        for uri, size in zip(uris, (8, 9)):
            same(labels(client, uri)[line_of(client.texts[uri], "a = self.first")], [f"float32[N, {size}, H, W]"], uri)
        client.notify("textDocument/didClose", {"textDocument": {"uri": uris[0]}})
        try:
            client.hints(uris[0])
            raise AssertionError("a closed file was answered for")
        except Failure as failure:
            same(failure.code, -32602, "the error")


@case("a buffer without a file is analysed")
def untitled(s: Scratch) -> None:
    client = s.client()
    with client:
        client.initialize()
        uri = "untitled:Untitled-1"
        client.texts[uri], client.versions[uri] = NET, 1
        client.notify("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "python", "version": 1, "text": NET}})
        client.analysed(uri)
        same(labels(client, uri)[line_of(NET, "pooled = ")], ["float32[N, 16]"], "a hint")


@case("nothing is written beside what was asked for")
def leaves_no_trace(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        client.request("nnscan/graph", {"textDocument": {"uri": uri}})
    same(sorted(os.listdir(s.folder)), ["net.py"], "the folder")


@case("no process is left behind")
def no_process_left(s: Scratch) -> None:
    client, uri = s.opened()
    group = client.process.pid
    client.close()

    def left():
        found = []
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                fields = (process / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == group and fields[0] != "Z":
                found.append(process.name)
        return found
    deadline = time.monotonic() + 10
    while left() and time.monotonic() < deadline:
        time.sleep(0.05)
    same(left(), [], "processes of the session")


@case("so it is when the editor dies")
def editor_dies(s: Scratch) -> None:
    client, uri = s.opened()
    client.process.stdin.close()
    same(client.process.wait(20), 1, "the status")
