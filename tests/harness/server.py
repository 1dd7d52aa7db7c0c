"""Long-lived helper processes: one JSON request a line in, one JSON reply a line out.

`Server` starts and asks them; `serve` is their main loop. A helper can answer through a fork of
itself, which has its imports at once and takes what it built away with it.
"""
from __future__ import annotations

import contextlib
import gc
import json
import os
import pathlib
import select
import signal
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
        # Threads of OpenBLAS would not survive a fork, and wait for each other on a busy machine.
        self.environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1",
                            **({"PYTHONPATH": path} if path else {})}
        self.timeout = timeout
        self.process: subprocess.Popen | None = None
        self.fork: int | None = None  # which process answers instead

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
        if reply.get("ended"):
            self.fork = None
        if "error" in reply:
            raise ServerError(reply["error"])
        return reply["result"]

    @contextlib.contextmanager
    def forked(self):
        """What is asked inside, a fork of the helper answers; it ends with the block."""
        self.fork = self.ask("fork")
        try:
            yield
        finally:
            if self.fork is not None and self.process is not None:
                with contextlib.suppress(ServerError):
                    self.ask("end")
            self.fork = None

    def close(self) -> None:
        if self.process is not None:
            self.stop()

    def _start(self) -> None:
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(self.command, cwd=TESTS, env=self.environment, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=self.errors)

    def _read_line(self) -> bytes:
        ready, _, _ = select.select([self.process.stdout], [], [], self.timeout)
        if ready:
            return self.process.stdout.readline()
        if self.fork is not None:
            os.kill(self.fork, signal.SIGKILL)
        self.process.kill()
        return b""

    def stop(self) -> tuple[int, str]:
        self.process.stdin.close()
        status = self.process.wait()
        self.process = self.fork = None
        self.errors.seek(0)
        return status, self.errors.read().decode(errors="replace")[-2000:]


def serve(handlers: dict) -> None:
    """Answers requests until standard input ends. What handlers print goes to standard error."""
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        request = json.loads(line)
        what = request.pop("what")
        if what == "end":
            os._exit(0)
        if what == "fork":
            gc.freeze()
            child = os.fork()
            reply = _outlive(child) if child else {"result": os.getpid()}
        else:
            reply = _reply(handlers[what], request)
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


def _reply(handler, request: dict) -> dict:
    try:
        return {"result": handler(**request)}
    except Exception:  # the reply says what; the server goes on
        return {"error": traceback.format_exc(limit=-6)}


def _outlive(child: int) -> dict:
    """Waits while a fork answers; a fork that died owes a reply."""
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return {"result": None, "ended": True} if status == 0 else {
        "error": f"the helper's process ended with status {status}", "ended": True}
