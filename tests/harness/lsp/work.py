"""What takes time can be watched and stopped, and typing goes on meanwhile."""
from __future__ import annotations

import pathlib
import time

from harness.lsp.client import Failure, framed
from harness.lsp.manners import labels
from harness.lsp.scratch import NET, Cases, Scratch, holds, line_of, same

case = Cases()

MANY = NET + "".join(f"\n\ndef size{i}():\n    return Net({i})\n" for i in range(3, 12))
SLOW = NET.replace("y = self.norm(y)", "y = self.norm(y)\n        for i in range(900):\n            y = y + i")
ENDLESS = NET.replace("super().__init__()\n        self.first", "super().__init__()\n        while True:\n            classes += 1\n        self.first")


def progress(client) -> list[dict]:
    return [n["params"]["value"] for n in client.notifications if n["method"] == "$/progress"]


@case("the analysis of many models tells its progress")
def tells(s: Scratch) -> None:
    client, uri = s.opened(text=MANY)
    with client:
        created = [m["params"]["token"] for m in client.asked if m["method"] == "window/workDoneProgress/create"]
        assert created, "no progress was created"
        client.wait_until(lambda: True if progress(client)[-1]["kind"] == "end" else None, "the end")
        told = progress(client)
        same((told[0]["kind"], told[0]["cancellable"], told[-1]["kind"]), ("begin", True, "end"), "from begin to end")
        shares = [value["percentage"] for value in told if value["kind"] == "report"]
        assert len(shares) > 3 and shares == sorted(shares) and 0 <= shares[0] and shares[-1] <= 100, shares
        same({n["params"]["token"] for n in client.notifications if n["method"] == "$/progress"}, set(created), "one token")


@case("no progress is told to a client that does not show it")
def tells_nobody(s: Scratch) -> None:
    client, uri = s.opened(text=MANY, capabilities={"workspace": {"inlayHint": {"refreshSupport": True}}})
    with client:
        same((progress(client), client.asked and client.asked[0]["method"] == "window/workDoneProgress/create"), ([], False), "progress")


@case("progress that is cancelled ends, and so does the work")
def stops(s: Scratch) -> None:
    slow = SLOW + "".join(f"\n\ndef size{i}():\n    return Net({i})\n" for i in range(3, 30))
    path = s.write("net.py", slow)
    client = s.client()
    with client:
        client.initialize()
        uri = client.open(path)
        token = client.wait_until(
            lambda: next((n["params"]["token"] for n in client.notifications
                          if n["method"] == "$/progress" and n["params"]["value"]["kind"] == "report"), None), "a report")
        client.notify("window/workDoneProgress/cancel", {"token": token})
        client.wait_until(lambda: True if progress(client)[-1]["kind"] == "end" else None, "the end")
        done = client.analysed(uri)["entries"]
        assert 0 < len(done) < 20, done


def cancelled_at_once(client, method: str, params: dict) -> None:
    """A request and its cancellation in one piece: it must be refused as cancelled, once, and without waiting for anything."""
    id = client.next_id
    client.next_id += 1
    begun = time.monotonic()
    client.send_bytes(framed({"jsonrpc": "2.0", "id": id, "method": method, "params": params}) +
                      framed({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": id}}))
    try:
        client.end(id)
    except Failure as failure:
        same(failure.code, -32800, method)
    else:
        raise AssertionError(f"{method} was answered")
    assert time.monotonic() - begun < PATIENCE, f"{method} waited all the same"
    try:
        client.request("nnscan/no-such-request")
    except Failure:
        pass
    same(client.answers, {}, f"a second answer to {method}")


PATIENCE = 1.4  # seconds: less than the server waits for an analysis


@case("whatever waits for an analysis can be cancelled")
def cancelled_waiting(s: Scratch) -> None:
    # A client that is not told of news: its requests wait for the analysis, which does not end here.
    capabilities = {"textDocument": {"hover": {"contentFormat": ["markdown"]}, "diagnostic": {}}}
    client, uri = s.opened(text=ENDLESS, settings={"timeout": 600, "pause": 600_000}, wait=False, capabilities=capabilities)
    with client:
        document = {"textDocument": {"uri": uri}}
        whole = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
        for method, params in [("textDocument/hover", client.at(uri, "self.conv(x)", 6)), ("textDocument/hover", client.at(uri, "(y)", 1)),
                               ("textDocument/inlayHint", {**document, "range": whole}), ("textDocument/codeLens", document),
                               ("textDocument/diagnostic", document), ("nnscan/graph", document), ("nnscan/entries", document)]:
            cancelled_at_once(client, method, params)


@case("a graph, a hover and an export can be cancelled while they run")
def cancelled_running(s: Scratch) -> None:
    client, uri = s.opened(text=SLOW)
    with client:
        document = {"textDocument": {"uri": uri}}
        name = client.at(uri, "return F.relu(y)", len("return F.relu("))
        for method, params in [("textDocument/hover", name), ("nnscan/graph", {**document, "entry": "Net"}),
                               ("workspace/executeCommand", {"command": "nnscan.exportOnnx", "arguments": [{"uri": uri, "entry": "Net"}]})]:
            cancelled_at_once(client, method, params)
        same(list(s.folder.glob("*.onnx*")), [], "what was written all the same")
        # A newer one takes an older one's place.
        for method, older, newer in [("textDocument/hover", name, name),
                                     ("nnscan/graph", {**document, "entry": "Net"}, {**document, "entry": "tiny"})]:
            first, second = client.begin(method, older), client.begin(method, newer)
            try:
                client.end(first)
                raise AssertionError(f"the older {method} was answered")
            except Failure as failure:
                same(failure.code, -32800, f"the older {method}")
            assert client.end(second), f"the newer {method}"
        # What was cancelled has left nothing behind.
        holds(client.request("textDocument/hover", name)["contents"]["value"], "y: float32[N, 8|16, H|H//2, W|W//2]")
        same(client.request("nnscan/graph", {**document, "entry": "Net"})["verdict"], "exact", "after all that")


@case("no hint goes away while a line is being typed")
def typing(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        lines = NET.splitlines()
        before = {lines[line]: text for line, text in labels(client, uri).items()}
        at = NET.index("        pooled = ")
        written = "        c = torch.relu(b.view(b.shape[0], -1))\n"
        typed = ""
        for i, char in enumerate(written):
            client.edit(uri, at + i, at + i, char)
            typed += char
            for wait in (False, True) if i % 4 == 0 or char in "\n()" else (False,):
                if wait:
                    client.analysed(uri, whole=False)
                now = client.texts[uri].splitlines()
                found = {now[line]: text for line, text in labels(client, uri).items()}
                lost = {line for line in before if line not in found and line != "        pooled = b.mean(dim=(2, 3))"}
                assert not lost, f"behind {typed!r}, after an analysis: {wait}: {lost} have no hint any more"
        client.analysed(uri)
        found = labels(client, uri)
        same(found[line_of(client.texts[uri], "c = torch")], ["float32[N, 16*(H//2)*(W//2)]"], "the new line's hint")
        same(found[line_of(client.texts[uri], "pooled = ")], ["float32[N, 16]"], "the next line's")


def memory_at_rest(session: int) -> float:
    """The least of some moments: a child that has answered takes a while to be gone."""
    return min((memory_mb(session), time.sleep(0.1))[0] for _ in range(8))


def memory_mb(session: int) -> float:
    """Of all processes of a session, each page divided among those that share it."""
    total = 0
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if int((process / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                total += int((process / "smaps_rollup").read_text().split("\nPss:")[1].split()[0])
        except (OSError, IndexError):
            continue  # it has ended
    return total / 1024


@case("memory does not grow with edits")
def memory(s: Scratch) -> None:
    client, uri = s.opened(settings={"pause": 600_000}, wait=False)
    with client:
        client.analysed(uri, whole=False)
        at = client.texts[uri].index("y = self.norm(y)") + len("y = self.norm(y)")
        client.edit(uri, at, at, "  # ")
        seen = []
        for i in range(400):
            client.edit(uri, *((at + 4, at + 5, "") if i % 2 else (at + 4, at + 4, "x")))
            client.analysed(uri, whole=False)
            if i % 100 == 99:
                seen.append(memory_at_rest(client.process.pid))
            client.notifications.clear()
            client.asked.clear()
        assert seen[-1] < seen[0] * 1.05 + 1, f"MB after each hundred: {seen}"


@case("a hover waits for the analysis that is under way")
def waits(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        client.replace(uri, "Block(8, 16)", "Block(8, 24)")
        client.replace(uri, "nn.Linear(16", "nn.Linear(24")
        text = client.request("textDocument/hover", client.at(uri, "self.second(F", 6))["contents"]["value"]
        holds(text, "float32[N, 24, H//2, W//2]")
