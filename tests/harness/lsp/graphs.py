"""`nnscan/graph`: the graph of what the cursor is in."""
from __future__ import annotations

from harness.lsp.scratch import NET, Cases, Scratch, holds, line_of, same

case = Cases()

BRANCH = '''import torch
from torch import nn


class Early(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(4, 4)
        self.b = nn.Linear(4, 4)

    def forward(self, x):
        y = self.a(x)
        if y.sum() > 0:
            y = self.b(y)
        return y
'''


def nodes(block: dict):
    for node in block["nodes"]:
        yield node
        for inner in node.get("blocks", []):
            yield from nodes(inner)


@case("the graph is that of the entry around the cursor")
def around(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        graph = client.request("nnscan/graph", client.at(uri, "return Net(2)"))
        same((graph["entry"], graph["verdict"]), ("tiny", "exact"), "in the factory")
        graph = client.request("nnscan/graph", client.at(uri, "F.relu(y)"))
        assert graph["entry"] in ("Net", "tiny"), graph["entry"]
        same(sorted(graph["entries"]), ["Net", "tiny"], "all that run the block")
        graph = client.request("nnscan/graph", {"textDocument": {"uri": uri}, "entry": "Net"})
        same(graph["entry"], "Net", "by name")
        same(sorted(m["path"] for m in graph["graph"]["modules"] if m["path"]), ["first", "first.conv", "first.norm", "head", "second", "second.conv", "second.norm"], "its modules")


@case("nodes lead to source, at all three heights")
def places(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        graph = client.request("nnscan/graph", {"textDocument": {"uri": uri}, "entry": "Net"})["graph"]
        conv = next(n for n in nodes(graph["body"]) if n["op"] == "Conv")
        same((conv["module"], conv["torch"]), ("first.conv", "torch.nn.Conv2d"), "module and call")
        same((conv["source"]["uri"], conv["source"]["range"]["start"]["line"]), (uri, line_of(NET, "self.conv(x)")), "the line")
        start, end = conv["source"]["range"]["start"], conv["source"]["range"]["end"]
        line = NET.splitlines()[start["line"]]
        same(line[start["character"]:end["character"]], "self.conv(x)", "the text")
        assert "path" not in conv["source"], conv["source"]


@case("both branches are there")
def branches(s: Scratch) -> None:
    client, uri = s.opened(text=BRANCH)
    with client:
        graph = client.request("nnscan/graph", client.at(uri, "if y.sum()"))["graph"]
        branch = next(n for n in nodes(graph["body"]) if n["op"] == "If")
        same(len(branch["blocks"]), 2, "its blocks")
        same(branch["source"]["range"]["start"]["line"], line_of(BRANCH, "if y.sum()"), "its line")


@case("a refused model has a graph up to where it stops")
def partial(s: Scratch) -> None:
    client, uri = s.opened(text=BRANCH.replace("return y\n", "return torch.nothing_such(y)\n"))
    with client:
        answer = client.request("nnscan/graph", client.at(uri, "if y.sum()"))
        same(answer["verdict"], "refused", "the verdict")
        assert any(d["code"] == "NN301" for d in answer["diagnostics"]), answer["diagnostics"]
        assert any(n["op"] == "If" for n in nodes(answer["graph"]["body"])), answer["graph"]


@case("unsaved text is what is drawn")
def unsaved(s: Scratch) -> None:
    client, uri = s.opened(text=BRANCH)
    with client:
        client.replace(uri, "return y\n", "return torch.tanh(y)\n")
        client.analysed(uri, whole=False)
        graph = client.request("nnscan/graph", {"textDocument": {"uri": uri}})["graph"]
        assert any(n["op"] == "Tanh" for n in nodes(graph["body"])), "no Tanh"


@case("places in text that is not ASCII are right in UTF-16")
def utf16(s: Scratch) -> None:
    text = BRANCH.replace("y = self.a(x)", "s = 'äß😀'; y = self.a(x)")
    client, uri = s.opened(text=text)
    with client:
        graph = client.request("nnscan/graph", {"textDocument": {"uri": uri}})["graph"]
        node = next(n for n in nodes(graph["body"]) if n.get("module") == "a")
        start = node["source"]["range"]["start"]["character"]
        line = text.splitlines()[node["source"]["range"]["start"]["line"]].encode("utf-16-le")
        holds(line[2 * start:].decode("utf-16-le"), "self.a(x)")
