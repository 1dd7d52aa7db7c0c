"""Nothing that a client sends, and nothing that a source file holds, ends the server."""
from __future__ import annotations

import json
import random
import time

from harness.lsp.client import Failure, framed, uri_of
from harness.lsp.scratch import NET, Cases, Scratch, same
from harness.lsp.manners import labels

case = Cases()

HOSTILE_MESSAGES = [
    b"Content-Length: 5\r\n\r\n{\"a\":",
    b"Content-Length: 2\r\n\r\n[]",
    b"Content-Length: 4\r\n\r\nnull",
    b"Content-Length: 0\r\n\r\n",
    b"Content-Length: -7\r\n\r\n",
    b"Content-Length: 99999999999999999999\r\n\r\n",
    b"Content-Length: 9999999999\r\n\r\n",
    b"Content-Type: x\r\n\r\n",
    b"\r\n\r\n",
    b"X" * 100_000,
    b"Content-Length: " + b"1" * 50_000 + b"\r\n\r\n",
    framed({"jsonrpc": "2.0", "id": {}, "method": "initialize"}),
    framed({"jsonrpc": "2.0", "id": 1e300, "method": 5}),
    framed({"jsonrpc": "2.0", "method": "textDocument/didChange"}),
    framed({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": [1, 2]}),
    framed({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {"uri": 5, "text": []}}}),
    framed({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": "none"}}),
    framed({"jsonrpc": "2.0", "id": "nnscan-1", "result": {"x": 1}}),
    framed({"jsonrpc": "2.0", "id": 77, "result": []}),
    b"Content-Length: 200000\r\n\r\n" + b"[" * 200_000,
    b"Content-Length: 6\r\n\r\n\"\xff\xfe\xfd\xfc\"",
]


def alive(client) -> None:
    try:
        client.request("nnscan/no-such-request")
        raise AssertionError("a method that is not there was answered")
    except Failure as failure:
        assert failure.code in (-32601, -32002), failure.code


@case("messages may come a byte at a time")
def every_byte(s: Scratch) -> None:
    path = s.write("net.py", NET)
    client = s.client()
    with client:
        send = client.send_bytes

        def slowly(data: bytes) -> None:
            for i in range(len(data)):
                send(data[i:i + 1])
        client.send_bytes = slowly
        client.initialize()
        uri = client.open(path)
        client.analysed(uri)
        assert labels(client, uri), "no hints"


@case("messages may be cut in two anywhere")
def cut(s: Scratch) -> None:
    client = s.client()
    with client:
        client.initialize()
        message = framed({"jsonrpc": "2.0", "id": "cut", "method": "nnscan/entries", "params": {"textDocument": {"uri": "ä😀"}}})
        for at in range(len(message) + 1):
            client.send_bytes(message[:at])
            time.sleep(0.0005)
            client.send_bytes(message[at:])
            try:
                client.end("cut")
            except Failure as failure:
                same(failure.code, -32602, f"the error when cut at {at}")


@case("rubbish is answered and survived, before and after initialize")
def rubbish(s: Scratch) -> None:
    client = s.client()
    with client:
        for message in HOSTILE_MESSAGES:
            client.send_bytes(message)
            alive(client)
        client.initialize()
        for message in HOSTILE_MESSAGES:
            client.send_bytes(message)
            alive(client)
        uri = client.open(s.write("net.py", NET))
        client.analysed(uri)
        assert labels(client, uri), "no hints"


@case("requests before initialize and after shutdown are refused")
def order(s: Scratch) -> None:
    client = s.client()
    try:
        client.request("textDocument/hover", {})
        raise AssertionError("answered before initialize")
    except Failure as failure:
        same(failure.code, -32002, "before")
    client.notify("textDocument/didOpen", {"textDocument": {"uri": "file:///x.py", "text": ""}})
    client.initialize()
    try:
        client.initialize()
        raise AssertionError("initialized twice")
    except Failure as failure:
        same(failure.code, -32600, "the second time")
    client.request("shutdown")
    try:
        client.request("textDocument/hover", {})
        raise AssertionError("answered after shutdown")
    except Failure as failure:
        same(failure.code, -32600, "after")
    client.notify("exit")
    same(client.process.wait(20), 0, "the status")


@case("exit without shutdown is status 1")
def exit_at_once(s: Scratch) -> None:
    client = s.client()
    client.notify("exit")
    same(client.process.wait(20), 1, "the status")


METHODS = ["textDocument/inlayHint", "textDocument/hover", "textDocument/codeLens", "textDocument/documentSymbol",
           "textDocument/definition", "textDocument/codeAction", "textDocument/diagnostic", "workspace/diagnostic",
           "workspace/executeCommand", "nnscan/graph", "nnscan/entries"]


@case("parameters of any form are answered")
def parameters(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        forms = [None, [], {}, 5, "x", {"textDocument": None}, {"textDocument": {"uri": None}}, {"textDocument": {"uri": "file:///none.py"}},
                 {"textDocument": {"uri": uri}, "position": {"line": -1, "character": 1e99}, "range": "x", "context": 5},
                 {"textDocument": {"uri": uri}, "position": {"line": 4294967296, "character": 4294967296},
                  "range": {"start": {"line": 9, "character": 0}, "end": {"line": 1, "character": 9}}, "context": {"diagnostics": [{}, 5]}},
                 {"command": "nnscan.exportOnnx", "arguments": [{"uri": uri, "entry": "__import__('os')", "output": "/nowhere/x.onnx"}]}]
        for method in METHODS:
            for form in forms:
                try:
                    client.request(method, form)
                except Failure:
                    pass
        alive(client)


def random_edit(rng: random.Random, text: str) -> tuple[int, int, str]:
    pieces = ["\n", "(", ")", "x", " ", "self.", "    ", "\"\"\"", "'", "#", "def f():\n", "é", "😀", "\r\n", "return ", ":", "0", "\t", "[", "@", "\\"]
    def whole(at: int) -> int:
        """No position is between the two characters of a line's end."""
        return at - 1 if text[at - 1:at + 1] == "\r\n" else at
    begin = whole(rng.randrange(len(text) + 1))
    end = max(begin, whole(min(len(text), begin + rng.choice([0, 0, 0, 1, 1, 2, 5, 40]))))
    return begin, end, "".join(rng.choice(pieces) for _ in range(rng.choice([0, 1, 1, 2, 3])))


def state(client, uri: str) -> dict:
    """All that is shown of a file."""
    document = {"textDocument": {"uri": uri}}
    return {
        "hints": sorted(client.hints(uri)),
        "diagnostics": sorted(json.dumps([d["code"], d["range"], d["message"]]) for d in client.diagnostics(uri)),
        "lenses": sorted(json.dumps([l["range"], l["command"]["title"]]) for l in client.request("textDocument/codeLens", document)),
        "symbols": client.request("textDocument/documentSymbol", document),
        "entries": sorted(json.dumps(e) for e in client.request("nnscan/entries", document)),
    }


def symbols(client, uri: str) -> list[dict]:
    return client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})


def fresh_symbols(client, path, text: str) -> list[dict]:
    """Of the same text in one piece, parsed from nothing."""
    copy = client.open(path, text)
    found = symbols(client, copy)
    client.notify("textDocument/didClose", {"textDocument": {"uri": copy}})
    return found


@case("after 1,000 random edits and their undoing, all is as in a fresh analysis")
def random_edits(s: Scratch) -> None:
    rng = random.Random(6)
    client, uri = s.opened()
    with client:
        fresh = state(client, uri)
        undo = []
        for i in range(1000):
            text = client.texts[uri]
            begin, end, new = random_edit(rng, text)
            if (text[:begin] + new)[-1:] == "\r" and text[end:end + 1] == "\n" or text[begin - 1:begin] == "\r" and (new + text[end:])[:1] == "\n":
                continue  # the undoing would begin inside of a line's end
            undo.append((begin, begin + len(new), text[begin:end]))
            client.edit(uri, begin, end, new)
            if i % 50 == 0:
                client.hints(uri)
                same(symbols(client, uri), fresh_symbols(client, s.folder / f"copy{i}.py", client.texts[uri]), f"symbols after {i} edits")
        broken = client.texts[uri]
        client.analysed(uri, whole=False)
        for begin, end, text in reversed(undo):
            client.edit(uri, begin, end, text)
        same(client.texts[uri], NET, "the text")
        client.analysed(uri)
        same(state(client, uri), fresh, "everything")
        assert broken != NET


@case("at any text on the way, all is as in a fresh analysis of it")
def on_the_way(s: Scratch) -> None:
    rng = random.Random(60)
    client, uri = s.opened()
    with client:
        edits = [("Block(8, 16)", "Block(8, 24)"), ("nn.Linear(16", "nn.Linear(24"), ("F.relu(y)", "F.gelu(y)"), ("dim=(2, 3)", "dim=3"),
                 ("def tiny():\n", "def tiny():\n    # smaller\n"), ("class Net", "class Nets"), ("Net(2)", "Nets(2)")]
        for old, new in edits:
            client.replace(uri, old, new)
            if rng.random() < 0.5:
                client.analysed(uri)
        client.analysed(uri)
        now = state(client, uri)
        (s.folder / "fresh").mkdir()
        other, fresh = s.opened("net.py", client.texts[uri])
        with other:
            same(now, state(other, fresh), "everything")


HOSTILE_SOURCES = {
    "nested": "x = " + "(" * 5000 + ")" * 5000,
    "endless": "import torch\nwhile True:\n    pass\nclass A(torch.nn.Module):\n    pass\n",
    "recursion": "import torch\ndef f():\n    return f()\nclass A(torch.nn.Module):\n    def __init__(self):\n        f()\n",
    "deep": "".join(" " * i + "if x:\n" for i in range(400)),
    "null": "import torch\0class A",
    "memory": "import torch\nclass A(torch.nn.Module):\n    def __init__(self):\n        self.x = [0]\n        while True:\n            self.x = self.x + self.x\n",
    "quotes": "'''" * 999,
    "bytes": "\ufeffclass A:\n\tx = 1\n        y = 2\n",
}


@case("hostile sources are survived")
def sources(s: Scratch) -> None:
    client, uri = s.opened(settings={"timeout": 1})
    with client:
        for name, text in HOSTILE_SOURCES.items():
            hostile = client.open(s.folder / f"{name}.py", text)
            client.analysed(hostile, whole=False)
            client.edit(hostile, 0, 0, "#")
            client.analysed(hostile, whole=False)
            client.notify("textDocument/didClose", {"textDocument": {"uri": hostile}})
        alive(client)
        client.replace(uri, "Net(2)", "Net(4)")
        client.analysed(uri)
