"""Runs the nnscan executable and measures it."""
from __future__ import annotations

import dataclasses
import os
import pathlib
import re
import resource
import subprocess
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
JUDGE_PYTHON = str(ROOT / "build/venv/bin/python")
ORACLE_PYTHON = "/usr/bin/python3"  # the one that Debian's PyTorch is installed for
ZOO = ROOT / "build/zoo"                 # what `tools/setup zoo` makes
NEWER_ORACLE_PYTHON = str(ZOO / "python")  # with a newer PyTorch
ORACLE_PACKAGES = "/usr/lib/python3/dist-packages"


# Nothing that an earlier check kept answers for what a test runs.
os.environ["XDG_CACHE_HOME"] = os.devnull

# What the address sanitizer always says when a program changes stacks, as generators do.
SANITIZER_REMARK = re.compile(r"^==\d+==WARNING: ASan doesn't fully support "
                              r"makecontext/swapcontext functions.*\n", re.MULTILINE)


@dataclasses.dataclass
class Result:
    status: int     # negative: ended by a signal
    stdout: bytes
    stderr: str
    seconds: float  # wall time
    cpu: float      # user and system time
    peak_mb: float

    @property
    def lines(self) -> list[str]:
        return self.stdout.decode(errors="replace").splitlines()


def run(command: list[str], cwd=None, timeout: float = 60,
        memory_gb: int | None = None) -> Result:
    """Runs one process to its end; past `timeout` it is killed and its status says so."""
    def limit():
        if memory_gb:
            resource.setrlimit(resource.RLIMIT_AS, (memory_gb << 30, memory_gb << 30))

    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL,
                                   stdout=out, stderr=err,
                                   preexec_fn=limit if memory_gb else None)
        timer = threading.Timer(timeout, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        stderr = SANITIZER_REMARK.sub("", err.read().decode(errors="replace"))
        return Result(process.returncode, out.read(), stderr, seconds,
                      usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Tool:
    def __init__(self, path: str | None = None):
        self.path = str(pathlib.Path(path or ROOT / "build/nnscan").resolve())
        if not os.access(self.path, os.X_OK):
            raise SystemExit(f"{self.path} is not there: build it first")
        # Commands run in the folders of their files.
        if "NNSCAN_PRELUDE" in os.environ:
            os.environ["NNSCAN_PRELUDE"] = os.path.abspath(os.environ["NNSCAN_PRELUDE"])

    def run(self, args: list[str], **options) -> Result:
        return run([self.path, *args], **options)
