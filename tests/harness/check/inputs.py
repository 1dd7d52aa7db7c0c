"""What may be given as PATH, and files that are none of Python's."""
from __future__ import annotations

import os

from harness.check.scratch import EXACT, REFUSED, Cases, Scratch, holds, same

case = Cases()

# Each breaks some format that does not escape what it must.
ODD_NAMES = ["with space.py", "a,b=c.py", "per%25cent.py", "colon:1:2.py", "quote\"'.py",
             "a&b<c>.py", "line\nbreak.py", "tab\t.py", "ünïcode😀.py", "#hash?.py", "-dash.py",
             "escape\x1b[31m.py", "back\\slash.py"]


@case("no PATH is wrong usage")
def _(scratch: Scratch) -> None:
    result = scratch.run()
    same((result.status, result.stdout), (2, b""), "status and output")
    holds(result.stderr, "PATH")


@case("a PATH that is not there is an error, whatever stands beside it")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", EXACT)
    for args in (["nowhere"], ["net.py", "nowhere.py"]):
        result = scratch.run(*args)
        same((result.status, result.stdout), (2, b""), "status and output")
        holds(result.stderr, f"`{args[-1]}`: no such file or folder")


@case("an empty folder holds nothing to find")
def _(scratch: Scratch) -> None:
    result = scratch.run(".")
    same((result.status, result.stdout, result.stderr), (0, b"0 entries in 0 files\n", ""),
         "result")


@case("files without a module in the text are counted, not read")
def _(scratch: Scratch) -> None:
    scratch.write("net.py", EXACT)
    scratch.write("broken.py", "def (", head="")
    scratch.write("notes.txt", "nn.Module of torch")
    found = scratch.json()
    same((found["files"], found["skipped"], found["diagnostics"]), (1, 1, []), "report")


@case("hidden folders, caches, environments and --exclude are left out below a folder")
def _(scratch: Scratch) -> None:
    for name in (".hidden", "__pycache__", "env", "left", "kept"):
        scratch.write(f"{name}/net.py", REFUSED)
    scratch.write("env/pyvenv.cfg", head="")
    entries = scratch.json(".", "--exclude=left")["entries"]
    same([entry["file"] for entry in entries], ["kept/net.py"], "files")
    entries = scratch.json(".hidden", "env/net.py")["entries"]
    same([entry["file"] for entry in entries], [".hidden/net.py", "env/net.py"], "files named")


@case("a PATH named twice counts once")
def _(scratch: Scratch) -> None:
    scratch.write("pkg/net.py", REFUSED)
    os.symlink("pkg", scratch.folder / "link")
    once = scratch.run("pkg").stdout
    holds(once.decode(), "1 entry in 1 file, 1 refused\n")
    for args in (["pkg", "pkg"], ["pkg", "./pkg/"], ["pkg", "pkg/net.py"], ["pkg/net.py", "pkg"],
                 ["pkg/../pkg", "pkg"], ["pkg", str(scratch.folder / "pkg")], ["pkg", "link"],
                 ["pkg/net.py", "link/net.py"]):
        same(scratch.run(*args).stdout, once, f"output for {args}")


@case("links that lead round in circles end")
def _(scratch: Scratch) -> None:
    scratch.write("pkg/net.py", EXACT)
    os.symlink(".", scratch.folder / "pkg/self")
    os.symlink("..", scratch.folder / "pkg/up")
    os.symlink("loop.py", scratch.folder / "pkg/loop.py")
    os.symlink("nowhere.py", scratch.folder / "pkg/dangling.py")
    result = scratch.run(".")
    same((result.status, result.stdout), (0, b"1 entry in 1 file, 1 exact\n"), "result")


@case("a file that is no Python is reported at its line, and the others are checked")
def _(scratch: Scratch) -> None:
    scratch.write("bad.py", "\nclass Net(nn.Module:\n    pass\n")
    scratch.write("good.py", EXACT)
    found = scratch.json()
    same([(row["file"], row["line"], row["code"]) for row in found["diagnostics"]],
         [("bad.py", 4, "NN101")], "findings")
    same([entry["name"] for entry in found["entries"]], ["Exact"], "entries")
    same(scratch.run(".").status, 1, "status")
    suites = scratch.consumed("junit")
    same([(name, [result[0][0] for result in cases.values() if result])
          for name, cases in sorted(suites.items())], [("bad.py", ["Failure"]), ("good.py", [])],
         "suites in JUnit")


@case("a file that is not UTF-8 is reported, and every format can say so")
def _(scratch: Scratch) -> None:
    scratch.write("latin.py", b"# caf\xe9\n", EXACT)
    scratch.write("null.py", b"# \x00\n", EXACT)
    found = scratch.json()
    same([(row["file"], row["code"][:3]) for row in found["diagnostics"]],
         [("latin.py", "NN1"), ("null.py", "NN1")], "findings")
    for kind in ("sarif", "gitlab"):
        same(len(scratch.consumed(kind)), 2, f"findings in {kind}")
    same(len(scratch.consumed("junit")), 2, "suites in junit")


@case("a byte order mark and carriage returns move no place")
def _(scratch: Scratch) -> None:
    scratch.write("plain.py", REFUSED)
    plain = (scratch.folder / "plain.py").read_bytes()
    scratch.write("mark.py", plain, head="\ufeff")
    scratch.write("return.py", plain.replace(b"\n", b"\r\n"), head="")
    places = {(row["line"], row["column"], row["end_line"], row["end_column"])
              for row in scratch.json()["diagnostics"]}
    same(places, {(11, 16, 11, 42)}, "places")
    for head, name in (("", "without.py"), ("\ufeff", "with.py")):
        scratch.write(name, "torch = Module = 'é' ? 1\n", head=head)
    found = scratch.json("with.py", "without.py")["diagnostics"]
    same([(row["line"], row["column"]) for row in found], [(1, 22)] * 2,
         "places in the line of the mark")


@case("odd names of files come through every format")
def _(scratch: Scratch) -> None:
    for name in ODD_NAMES:
        scratch.write(name, REFUSED)
    names = sorted(ODD_NAMES)
    same(sorted(row["file"] for row in scratch.json()["diagnostics"]), names, "JSON")
    same(sorted(row["location"]["path"] for row in scratch.consumed("gitlab")), names, "GitLab")
    same(sorted(row["places"][0][0] for row in scratch.consumed("sarif")), names, "SARIF")
    # XML has no way to write an escape character.
    same(sorted(scratch.consumed("junit")), sorted(n.replace("\x1b", "\ufffd") for n in names),
         "JUnit")
    concise = scratch.run(".", "--format=concise").stdout.decode().split("\n")
    same(len(concise), len(names) + 2, "lines of the concise report")
    for name in ODD_NAMES:
        same(len(scratch.json("--", name)["diagnostics"]), 1, f"findings of {name!r} by name")


@case("a name that is no UTF-8 breaks no format")
def _(scratch: Scratch) -> None:
    scratch.write(b"latin-\xe9.py", REFUSED)
    name = "latin-\ufffd.py"
    row, = scratch.json()["diagnostics"]
    same((row["file"], row["line"], row["column"]), (name, 11, 16), "JSON")
    same(scratch.consumed("gitlab")[0]["location"]["path"], name, "GitLab")
    same(scratch.consumed("sarif")[0]["places"][0][0], name, "SARIF")
    same(list(scratch.consumed("junit")), [name], "JUnit")
