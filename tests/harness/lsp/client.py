"""A client of `nnscan lsp`: the framing, requests, and what an editor knows of its documents."""
from __future__ import annotations

import contextlib
import json
import os
import pathlib
import re
import subprocess
import threading
import time
import urllib.parse

CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "window": {"workDoneProgress": True, "showDocument": {"support": True}},
    "workspace": {
        "configuration": True,
        "inlayHint": {"refreshSupport": True},
        "codeLens": {"refreshSupport": True},
        "workspaceFolders": True,
    },
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
}


def uri_of(path: pathlib.Path | str) -> str:
    return "file://" + urllib.parse.quote(str(path))


def framed(message: object) -> bytes:
    body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


class Failure(Exception):
    def __init__(self, error: dict):
        super().__init__(error.get("message"))
        self.code = error.get("code")


class Client:
    """One server and all that it says. Used as a context: leaving it shuts the server down."""

    def __init__(self, executable: str, folder: pathlib.Path, settings: dict | None = None,
                 capabilities: dict | None = None, options: dict | None = None):
        self.process = subprocess.Popen([executable, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, cwd=folder, start_new_session=True)
        self.settings = settings or {}
        self.folder = folder
        self.capabilities = CAPABILITIES if capabilities is None else capabilities
        self.options = options or {}
        self.notifications: list[dict] = []
        self.asked: list[dict] = []
        self.answers: dict = {}
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.next_id = 1
        self.changed = threading.Condition()
        self.ended = False
        self.initialized: dict = {}
        self.sending = threading.Lock()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    # ---- the stream

    def send_bytes(self, data: bytes) -> None:
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message: object) -> None:
        with self.sending:
            self.send_bytes(framed(message))

    def _read(self) -> None:
        stream = self.process.stdout
        while True:
            length = None
            while (line := stream.readline()) not in (b"\r\n", b""):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if length is None:
                break
            self._take(json.loads(stream.read(length)))
        with self.changed:
            self.ended = True
            self.changed.notify_all()

    def _take(self, message: dict) -> None:
        if "method" in message and "id" in message:
            result = None
            if message["method"] == "workspace/configuration":
                result = [self.settings for _ in message["params"]["items"]]
            elif message["method"] == "window/showDocument":
                result = {"success": True}
            with contextlib.suppress(OSError, ValueError):  # it has ended, or is about to
                self.send({"jsonrpc": "2.0", "id": message["id"], "result": result})
        with self.changed:
            if "method" not in message:
                self.answers[json.dumps(message.get("id"))] = message
            elif "id" in message:
                self.asked.append(message)
            else:
                message["at"] = time.perf_counter()
                self.notifications.append(message)
            self.changed.notify_all()

    def wait_until(self, holds, what: str, seconds: float = 60):
        deadline = time.monotonic() + seconds
        with self.changed:
            while True:
                if (value := holds()) is not None:
                    return value
                left = deadline - time.monotonic()
                if self.ended or left <= 0:
                    raise AssertionError(f"{'the server ended' if self.ended else 'waited in vain'}: {what}")
                self.changed.wait(left)

    # ---- requests and notifications

    def begin(self, method: str, params: object = None):
        id = self.next_id
        self.next_id += 1
        self.send({"jsonrpc": "2.0", "id": id, "method": method, "params": params})
        return id

    def end(self, id: object, seconds: float = 60):
        answer = self.wait_until(lambda: self.answers.pop(json.dumps(id), None), f"the answer to request {id}", seconds)
        if "error" in answer:
            raise Failure(answer["error"])
        return answer["result"]

    def request(self, method: str, params: object = None, seconds: float = 60):
        return self.end(self.begin(method, params), seconds)

    def notify(self, method: str, params: object = None) -> None:
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def initialize(self, folders: list[pathlib.Path] | None = None) -> dict:
        folders = [self.folder] if folders is None else folders
        answer = self.request("initialize", {
            "processId": os.getpid(), "rootUri": uri_of(folders[0]) if folders else None, "capabilities": self.capabilities,
            "workspaceFolders": [{"uri": uri_of(f), "name": f.name} for f in folders],
            "initializationOptions": {"settings": self.settings, **self.options}})
        self.notify("initialized", {})
        self.initialized = answer
        return answer

    # ---- documents

    def open(self, path: pathlib.Path, text: str | None = None) -> str:
        uri = uri_of(path)
        self.texts[uri] = path.read_bytes().decode() if text is None else text
        self.versions[uri] = 1
        self.notify("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "python", "version": 1, "text": self.texts[uri]}})
        return uri

    def position(self, uri: str, offset: int) -> dict:
        """Of a character of the text, in UTF-16. Lines end as the protocol has it."""
        before = self.texts[uri][:offset]
        ends = [end.end() for end in re.finditer(r"\r\n|\n|\r", before)]
        last = before[ends[-1] if ends else 0:]
        return {"line": len(ends), "character": len(last.encode("utf-16-le")) // 2}

    def edit(self, uri: str, begin: int, end: int, text: str) -> int:
        """Replaces characters [begin, end); the new version."""
        change = {"range": {"start": self.position(uri, begin), "end": self.position(uri, end)}, "text": text}
        self.texts[uri] = self.texts[uri][:begin] + text + self.texts[uri][end:]
        self.versions[uri] += 1
        self.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": self.versions[uri]}, "contentChanges": [change]})
        return self.versions[uri]

    def replace(self, uri: str, old: str, new: str) -> int:
        begin = self.texts[uri].index(old)
        return self.edit(uri, begin, begin + len(old), new)

    def analysed(self, uri: str, whole: bool = True, seconds: float = 60) -> dict:
        """Waits for the analysis of the present version."""
        def found():
            for message in reversed(self.notifications):
                params = message["params"]
                if message["method"] == "nnscan/analysed" and params["uri"] == uri and params["version"] == self.versions[uri]:
                    if params["whole"] or not whole:
                        return {**params, "at": message["at"]}
            return None
        return self.wait_until(found, f"an analysis of {uri}", seconds)

    def diagnostics(self, uri: str) -> list[dict]:
        """As pushed last."""
        for message in reversed(self.notifications):
            if message["method"] == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return message["params"]["diagnostics"]
        return []

    def hints(self, uri: str) -> list[tuple[int, str, str]]:
        """Line, label and tooltip of each inlay hint."""
        lines = self.texts[uri].count("\n") + 1
        hints = self.request("textDocument/inlayHint", {
            "textDocument": {"uri": uri}, "range": {"start": {"line": 0, "character": 0}, "end": {"line": lines, "character": 0}}})
        return [(h["position"]["line"], h["label"], h.get("tooltip", {}).get("value", "")) for h in hints]

    def at(self, uri: str, text: str, shift: int = 0) -> dict:
        """What a request on the first place of a text takes."""
        return {"textDocument": {"uri": uri}, "position": self.position(uri, self.texts[uri].index(text) + shift)}

    # ---- the end

    def close(self, seconds: float = 20) -> int:
        if self.process.poll() is None and not self.ended:
            self.request("shutdown", None, seconds)
            self.notify("exit")
        self.process.stdin.close()
        return self.process.wait(seconds)

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, kind, error, trace) -> None:
        try:
            if kind is None:
                status = self.close()
                assert status == 0, f"the server ended with {status}: {self.process.stderr.read().decode()}"
        finally:
            if self.process.poll() is None:
                self.process.kill()
            self.process.wait()
