"""Hints and hovers where a function has several callers: models, modules, calls."""
from __future__ import annotations

from harness.lsp.client import CAPABILITIES
from harness.lsp.manners import labels
from harness.lsp.scratch import NET, Cases, Scratch, holds, lacks, line_of, same

case = Cases()

MODELS = '''import torch
from torch import nn


class Pick(nn.Module):
    def __init__(self, wide, sizes=(4, 4)):
        super().__init__()
        self.wide = wide
        self.one = nn.Linear(4, 8)
        self.two = nn.Linear(4, 6)
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def stack(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def forward(self, x):
        rows, _ = x.shape
        x = self.stack(x)
        if self.wide:
            h = self.one(x)
        else:
            h = self.two(x)
        return torch.relu(h)


class Apart(nn.Module):
    def forward(self, x):
        rows, columns = x.shape
        both = torch.cat([double(x), double(x[:, :2])], dim=1)
        return both


def double(x):
    y = x * 2
    return y


def wide():
    return Pick(True, (4, 16, 4))


def narrow():
    return Pick(False)
'''


def hover(client, uri: str, text: str, shift: int = 0) -> str:
    answer = client.request("textDocument/hover", client.at(uri, text, shift))
    return answer["contents"]["value"] if answer else ""


@case("all that any model runs has hints")
def every_method(s: Scratch) -> None:
    client, uri = s.opened("models.py", MODELS)
    with client:
        found = labels(client, uri)
        for part, hint in [("h = self.one", "float32[N, 8]"), ("h = self.two", "float32[N, 6]"),
                           ("return torch.relu(h)", "float32[N, 6|8]"), ("x = layer(x)", "float32[N, 4|16]"),
                           ("y = x * 2", "float32[N, C|min(C, 2)]")]:
            same(found.get(line_of(MODELS, part)), [hint], f"the hint at {part!r}")


def at_rest(s: Scratch, name: str, text: str):
    """A server that has analysed all, and now only does what an edit asks for at once."""
    client, uri = s.opened(name, text)
    client.settings["pause"] = 600_000
    client.notify("workspace/didChangeConfiguration", {"settings": None})
    client.wait_until(lambda: True if client.asked[-1]["method"] == "workspace/configuration" else None, "a question")
    client.request("nnscan/entries", {"textDocument": {"uri": uri}})
    return client, uri


@case("while one model is analysed again, what the others say stays")
def others_stay(s: Scratch) -> None:
    client, uri = at_rest(s, "net.py", NET)
    with client:
        before = labels(client, uri)
        same(before[line_of(NET, "return self.head")], ["float32[N, 2|10]"], "before")
        client.replace(uri, "pooled = b", "pooled =  b")
        done = client.analysed(uri, whole=False)
        assert not done["whole"], done
        same(labels(client, uri), before, "after an edit that changes nothing")


@case("what an edit has changed is not mixed with what was")
def changes_at_once(s: Scratch) -> None:
    client, uri = at_rest(s, "net.py", NET)
    with client:
        client.replace(uri, "nn.Linear(16, classes)", "nn.Linear(16, classes + 1)")
        client.analysed(uri, whole=False)
        hint = labels(client, uri)[line_of(NET, "return self.head")][0]
        assert hint in ("float32[N, 3]", "float32[N, 11]"), hint


@case("hover on a hint with several shapes has one line for each call chain")
def chains(s: Scratch) -> None:
    client, uri = s.opened("models.py", MODELS)
    with client:
        text = hover(client, uri, "y = x * 2")
        call = line_of(MODELS, "both = ") + 1
        holds(text, f"- `float32[N, C]` from line {call} `double(x)`\n",
              f"- `float32[N, min(C, 2)]` from line {call} `double(x[:, :2])`\n")


@case("hover on a hint names the models where they differ")
def models(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        line = line_of(NET, "return self.head")
        tip = next(tip for at, _, tip in client.hints(uri) if at == line)
        holds(tip, "`float32[N, 10]`, of `Net`", "`float32[N, 2]`, of `tiny`")


@case("hover on a name that is read shows what reaches it")
def reads(s: Scratch) -> None:
    client, uri = s.opened("models.py", MODELS)
    with client:
        # What stands above is another model's.
        text = hover(client, uri, "relu(h)", 5)
        holds(text, "h: float32[N, 6|8]", "`float32[N, 8]`, of `wide`", "`float32[N, 6]`, of `narrow`")
        # Above is a parameter; a later round of the loop gives it another shape.
        text = hover(client, uri, "layer(x)", 6)
        holds(text, "x: float32[N, 4|16]")
        lacks(text, "as of line")
        same(hover(client, uri, "self.wide:", 6), "", "of what is no tensor")


@case("hover on a name is that of the text as it is")
def reads_unsaved(s: Scratch) -> None:
    client, uri = s.opened("models.py", MODELS)
    with client:
        client.replace(uri, "nn.Linear(4, 6)", "nn.Linear(4, 7)")
        holds(hover(client, uri, "relu(h)", 5), "h: float32[N, 7|8]")
        client.replace(uri, "return torch.relu(h)", "return torch.relu(h")
        client.analysed(uri, whole=False)
        holds(hover(client, uri, "relu(h", 5), "as of line")


@case("positions are in UTF-8 where the client wants them so")
def utf8(s: Scratch) -> None:
    capabilities = {**CAPABILITIES, "general": {"positionEncodings": ["utf-8", "utf-16"]}}
    text = MODELS.replace("both = ", "ä = 'ß😀'; both = ")
    client, uri = s.opened("models.py", text, capabilities=capabilities)
    with client:
        line = line_of(text, "both = ")
        bytes_before = len("        ä = 'ß😀'; both".encode())
        hints = client.request("textDocument/inlayHint", {
            "textDocument": {"uri": uri}, "range": {"start": {"line": line, "character": 0}, "end": {"line": line + 1, "character": 0}}})
        same([h["position"] for h in hints if h["position"]["line"] == line], [{"line": line, "character": bytes_before}], "the hint's place")
        column = len("        ä = 'ß😀'; both = torch.cat([".encode())
        answer = client.request("textDocument/definition", {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}})
        same(answer["range"]["start"]["line"], line_of(text, "def double"), "the definition")
        # An edit behind them, in bytes as well.
        change = {"range": {"start": {"line": line, "character": bytes_before}, "end": {"line": line, "character": bytes_before}}, "text": "2"}
        client.versions[uri] += 1
        client.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [change]})
        client.analysed(uri)
        symbols = client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
        same([symbol["name"] for symbol in symbols], ["Pick", "Apart", "double", "wide", "narrow"], "the text is whole")
        hints = client.request("textDocument/inlayHint", {
            "textDocument": {"uri": uri}, "range": {"start": {"line": line, "character": 0}, "end": {"line": line + 1, "character": 0}}})
        assert {"line": line, "character": bytes_before + 1} in [h["position"] for h in hints], hints
