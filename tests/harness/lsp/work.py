"""What takes time can be watched and stopped, and typing goes on meanwhile."""
from __future__ import annotations

import contextlib
import os
import pathlib
import signal
import subprocess
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


# A package that takes a while to import, and models that need it.
LIBRARY = "import torch\nfrom torch import nn\n\n\nclass Config:\n    def __init__(self, size=4):\n        self.size = size\n\n\n" \
          "class Base(nn.Module):\n    def __init__(self, config: Config):\n        super().__init__()\n" \
          "        self.size = config.size\n\n\ntotal = 0\nfor i in range(ROUNDS):\n    total += i * i % 7\n"
USERS = "import torch\nfrom library import Base, Config\nfrom torch import nn\n" + "".join(f'''

class Model{i}(Base):
    def __init__(self, config: Config):
        super().__init__(config)
        self.layer = nn.Conv2d(self.size, {i + 1}, 1)

    def forward(self, x):
        y{i} = self.layer(x)
        return y{i}
''' for i in range(8))


def slow_library(s: Scratch, seconds: float) -> None:
    """`library.py`, which takes about so long to import here and now."""
    s.write("pyproject.toml", "[tool.nnscan]\nmax-steps = 4000000000\n")
    rounds = 200_000
    while True:
        s.write("library.py", LIBRARY.replace("ROUNDS", str(rounds)))
        begun = time.monotonic()
        done = subprocess.run([s.tool.path, s.folder / "library.py", "--class", "Base(Config())", "--emit", "ssa", "--max-steps", "4000000000"],
                              capture_output=True, text=True, check=False)
        assert "NN8" not in done.stderr, done.stderr
        if (took := time.monotonic() - begun) > seconds:
            return
        rounds = int(rounds * min(8, 1.3 * seconds / took))


@case("each model of a file that imports a slow library is shown")
def imports_once(s: Scratch) -> None:
    slow_library(s, 1)
    path = s.write("users.py", USERS)
    client = s.client()
    with client:
        client.initialize()
        uri = client.open(path)
        client.analysed(uri)
        same(len([l for text in labels(client, uri).values() for l in text if l == "float32[N, 8, H, W]"]), 2, "hints of the last")


@case("models that are made with a configuration of defaults are shown at once")
def defaults_first(s: Scratch) -> None:
    s.write("library.py", LIBRARY.replace("ROUNDS", "1"))
    client, uri = s.opened("users.py", USERS, settings={"pause": 600_000}, wait=False)
    with client:
        client.analysed(uri, whole=False)
        same(labels(client, uri)[line_of(USERS, "y0 = ")], ["float32[N, 1, H, W]"], "a hint")


@case("typing while a file is read for the first time does not hold up its analysis")
def typing_at_first(s: Scratch) -> None:
    slow_library(s, 1)
    path = s.write("users.py", USERS)
    client = s.client()
    with client:
        client.initialize()
        uri = client.open(path)
        for _ in range(600):  # far more than any machine needs, and for ever where typing holds it up
            if client.hints(uri):
                return
            client.edit(uri, 0, 0, "#" if client.versions[uri] % 2 else "#\n")
            time.sleep(0.1)
        raise AssertionError("no hints for all the time that somebody types")


@case("a first analysis that takes a while tells its progress")
def tells_at_first(s: Scratch) -> None:
    slow_library(s, 2.5)
    path = s.write("users.py", USERS)
    client = s.client({"pause": 600_000})
    with client:
        client.initialize()
        uri = client.open(path)
        client.analysed(uri, whole=False)
        told = [value.get("message") for value in progress(client)]
        assert "what users.py imports" in told, told


def session_of(client) -> list[int]:
    """The processes of a server, without itself."""
    found = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, IndexError, ValueError):
            if int((process / "stat").read_text().rpartition(")")[2].split()[3]) == client.process.pid:
                found.append(int(process.name))
    return [pid for pid in found if pid != client.process.pid]


@case("an analysis is not ended for want of a processor")
def starved(s: Scratch) -> None:
    slow_library(s, 1)
    path = s.write("users.py", USERS)
    client = s.client({"timeout": 2, "pause": 600_000})
    with client:
        client.initialize()
        client.analysed(client.open(s.write("net.py", NET)), whole=False)  # there is a process by now
        uri = client.open(path)
        time.sleep(0.3)
        stopped = session_of(client)
        for pid in stopped:
            os.kill(pid, signal.SIGSTOP)
        time.sleep(3.5)
        for pid in stopped:
            os.kill(pid, signal.SIGCONT)
        client.analysed(uri, whole=False)
        same(client.diagnostics(uri), [], "diagnostics")
        assert client.hints(uri), "no hints"


@case("an analysis that takes more than its time is ended, and that is said")
def ended(s: Scratch) -> None:
    s.write("pyproject.toml", "[tool.nnscan]\nmax-steps = 4000000000\n")
    client, uri = s.opened(text=ENDLESS, settings={"timeout": 0.5})
    with client:
        told = {d["message"].split("\n")[0] for d in client.diagnostics(uri)}
        same(told, {"the analysis took longer than 0.5 s"}, "diagnostics")


def memory_at_rest(session: int) -> float:
    """The least of some moments: a child that has answered takes a while to be gone."""
    return min((memory_mb(session), time.sleep(0.1))[0] for _ in range(8))


def memory_mb(session: int) -> float:
    """Of all processes of a session, each page divided among those that share it."""
    total = 0
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if int((process / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                total += int((process / "smaps_rollup").read_text().split("\nPss_Anon:")[1].split()[0])
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
        # Whether the system has put some of it on a huge page makes 2 MB, either way.
        assert min(seen[2:]) < max(seen[:2]) + 1, f"MB after each hundred: {seen}"


@case("a hover waits for the analysis that is under way")
def waits(s: Scratch) -> None:
    client, uri = s.opened()
    with client:
        client.replace(uri, "Block(8, 16)", "Block(8, 24)")
        client.replace(uri, "nn.Linear(16", "nn.Linear(24")
        text = client.request("textDocument/hover", client.at(uri, "self.second(F", 6))["contents"]["value"]
        holds(text, "float32[N, 24, H//2, W//2]")
