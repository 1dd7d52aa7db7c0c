"""Where a report goes, and what only a terminal gets."""
from __future__ import annotations

import os
import re
import time

from harness.check.scratch import EXACT, REFUSED, Cases, Scratch, holds, lacks, model, same

case = Cases()

SLOW = model("Slow", "return x", setup="while True:\n            pass")
PATIENT = ("--timeout=2", "--max-steps=1000000000000", "--jobs=1")


@case("-o writes what standard output would get, and a temporary file is left by nobody")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", REFUSED)
    for kind in ("text", "concise", "sarif", "github", "gitlab"):
        result = scratch.run("net.py", f"--format={kind}", "-o", "report")
        same((result.status, result.stdout, result.stderr), (1, b"", ""), f"result of {kind}")
        same((scratch.folder / "report").read_bytes(),
             scratch.run("net.py", f"--format={kind}", "-o", "-").stdout, kind)
    same(sorted(os.listdir(scratch.folder)), ["net.py", "report"], "files")


@case("-o leaves what was there where nothing can be reported")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", EXACT)
    (scratch.folder / "report").write_text("before")
    same(scratch.run("nowhere", "-o", "report").status, 2, "status")
    same((scratch.folder / "report").read_text(), "before", "content")
    for target in (".", "nowhere/report"):
        result = scratch.run("net.py", "-o", target)
        same((result.status, result.stdout), (2, b""), f"result of -o {target}")
        holds(result.stderr, f"cannot write `{target}`")
    same(sorted(os.listdir(scratch.folder)), ["net.py", "report"], "files")


@case("colours are for terminals, unless users say otherwise")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", REFUSED)
    plain = scratch.run(".").stdout.decode()
    lacks(plain, "\x1b")
    coloured = scratch.on_terminal("stdout", ".")
    holds(coloured, "\x1b[1;31merror[NN301]:")
    same(re.sub(r"\x1b\[[0-9;]*m", "", coloured), plain, "text without its colours")
    for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"CLICOLOR": "0"},
                      {"NO_COLOR": "1", "FORCE_COLOR": "1"}):
        same(scratch.on_terminal("stdout", ".", **variables), plain, f"terminal with {variables}")
    same(scratch.on_terminal("stdout", ".", NO_COLOR=""), coloured, "terminal with NO_COLOR empty")
    for variables in ({"FORCE_COLOR": "1"}, {"CLICOLOR_FORCE": "1"}):
        same(scratch.run(".", **variables).stdout.decode(), coloured, f"pipe with {variables}")
    for variables in ({"FORCE_COLOR": "0"}, {"CLICOLOR_FORCE": "0"},
                      {"FORCE_COLOR": "1", "NO_COLOR": "1"}):
        same(scratch.run(".", **variables).stdout.decode(), plain, f"pipe with {variables}")
    for kind in ("concise", "json", "sarif", "github", "gitlab", "junit"):
        lacks(scratch.run(".", f"--format={kind}", FORCE_COLOR="1").stdout.decode(), "\x1b")


@case("a long run on a terminal says what it is at, and takes the line away")
def _(scratch: Scratch) -> None:
    scratch.write("a.py", EXACT)
    scratch.write("b.py", SLOW)
    seen = scratch.on_terminal("stderr", ".", *PATIENT)
    same(seen.split("\r\x1b[K")[-2:], ["[2/2] b.py: Slow", ""], "the line, taken away in the end")
    for quiet in (scratch.on_terminal("stderr", ".", *PATIENT, "-q"),
                  scratch.on_terminal("stderr", ".", *PATIENT, TERM="dumb"),
                  scratch.run(".", *PATIENT).stderr):
        same(quiet, "", "standard error of a quiet run")
    began = time.monotonic()
    seen = scratch.on_terminal("stderr", "a.py")
    if time.monotonic() - began < 1:  # else this machine is too busy to tell
        same(seen, "", "standard error of a short run")


@case("-v names each file and entry with its time, and changes no report")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", EXACT, REFUSED)
    scratch.write("other.py", model("Open", "return x", ", n"))
    result = scratch.run(".", "-v", "--jobs=1")
    lines = [re.sub(r"\d+\.\d\d s$", "T", line) for line in result.stderr.splitlines()]
    same(lines, ["[1/2] net.py", "net.py: Exact: T", "net.py: Refused: T", "[2/2] other.py"], "log")
    same(result.stdout, scratch.run(".").stdout, "report")
