"""Long-lived helper processes: one JSON request a line in, one JSON reply a line out.

`Server` starts and asks them; `serve` is their main loop.
"""
from __future__ import annotations

import json
import os
import pathlib
import select
import subprocess
import sys
import tempfile
import traceback


TESTS = pathlib.Path(__file__).resolve().parents[1]


class ServerError(Exception):
    """The helper raised, died or did not answer."""


class Server:
    """`module` is run by `python`, from the tests' folder; `path` is its PYTHONPATH."""

    def __init__(self, python: str, module: str, timeout: float = 300, path: str | None = None):
        self.command = [python, "-m", module]
        self.environment = {**os.environ, "PYTHONPATH": path} if path else None
        self.timeout = timeout
        self.process: subprocess.Popen | None = None

    def ask(self, what: str, **request):
        if self.process is None:
            self._start()
        try:
            self.process.stdin.write(json.dumps({"what": what, **request}).encode() + b"\n")
            self.process.stdin.flush()
            line = self._read_line()
        except BrokenPipeError:
            line = b""
        if not line:
            status, said = self.stop()
            raise ServerError(f"{self.command[2]} ended with status {status} on `{what}`\n{said}")
        reply = json.loads(line)
        if "error" in reply:
            raise ServerError(reply["error"])
        return reply["result"]

    def close(self) -> None:
        if self.process is not None:
            self.stop()

    def _start(self) -> None:
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(self.command, cwd=TESTS, env=self.environment, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=self.errors)

    def _read_line(self) -> bytes:
        ready, _, _ = select.select([self.process.stdout], [], [], self.timeout)
        if not ready:
            self.process.kill()
            return b""
        return self.process.stdout.readline()

    def stop(self) -> tuple[int, str]:
        self.process.stdin.close()
        status = self.process.wait()
        self.process = None
        self.errors.seek(0)
        return status, self.errors.read().decode(errors="replace")[-2000:]


def serve(handlers: dict) -> None:
    """Answers requests until standard input ends. What handlers print goes to standard error."""
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            reply = {"result": handlers[request.pop("what")](**request)}
        except Exception:  # the reply says what; the server goes on
            reply = {"error": traceback.format_exc(limit=-6)}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()
