"""The wheel, from the source distribution to a command in an empty virtual environment."""
from __future__ import annotations

import os
import pathlib
import re
import shutil
import tarfile
import zipfile

from harness import report
from harness.install.shell import TOOLS, copy_checkout, failure, run
from harness.tool import ROOT

VERSION = re.search(r"project\(nnscan VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text())[1]
EXAMPLE = ["examples/early_exit.py", "--class", "EarlyExit", "--input", "x:float32[N,3,32,32]"]
_NOT_SOURCES = {".ci", ".git", "bench", "build", "build-wheel", "tests"}
# What every Linux has: the C library and its loader.
_SYSTEM = re.compile(r"linux-vdso|ld-linux|^lib(c|m|dl|rt|pthread)\.so")


def build(suite: report.Suite, scratch: pathlib.Path) -> pathlib.Path | None:
    checkout, out = scratch / "checkout", scratch / "dist"
    copy_checkout(checkout)
    out.mkdir()
    code = f"from scikit_build_core.build import build_sdist; build_sdist({str(out)!r})"
    problems = failure(run([TOOLS / "python", "-c", code], cwd=checkout))
    source = out / f"nnscan-{VERSION}.tar.gz"
    if not problems and not source.exists():
        problems = [f"{source.name} was not written"]
    suite.add("a source distribution", problems)
    if problems:
        return None
    with tarfile.open(source) as archive:
        names = archive.getnames()
    suite.add("the source distribution is the sources alone",
              [f"it holds {name}" for name in names if name.split("/")[1] in _NOT_SOURCES])

    built = run([TOOLS / "pip", "wheel", "--no-deps", "--wheel-dir", out, source])
    wheels = list(out.glob("*.whl"))
    suite.add("pip builds a wheel from it", failure(built))
    return wheels[0] if wheels else None


def contents(path: pathlib.Path) -> list[str]:
    """Problems with what is in the wheel."""
    problems = []
    if not re.fullmatch(rf"nnscan-{re.escape(VERSION)}-py3-none-linux_\w+\.whl", path.name):
        problems.append(f"its name is {path.name}")
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        script = f"nnscan-{VERSION}.data/scripts/nnscan"
        page = f"nnscan-{VERSION}.data/data/share/man/man1/nnscan.1"
        terms = f"nnscan-{VERSION}.data/data/share/doc/nnscan/third-party"
        for needed in (f"{terms}/libonnx1", f"{terms}/elkjs", "nnscan/__init__.py", "nnscan/py.typed", script, page):
            if needed not in names:
                problems.append(f"{needed} is missing")
        if script in names and archive.read(script)[:4] != b"\x7fELF":
            problems.append("the command is not the executable itself")
    roots = {name.split("/")[0] for name in names}
    extra = roots - {"nnscan", f"nnscan-{VERSION}.data", f"nnscan-{VERSION}.dist-info"}
    problems += [f"it holds {name}" for name in sorted(extra)]
    if path.stat().st_size > 20 << 20:
        problems.append(f"it takes {path.stat().st_size >> 20} MB")
    return problems


def foreign_libraries(environment: pathlib.Path, **more: str) -> list[str]:
    """Shared libraries that do not come with the package."""
    listed = run(["ldd", environment / "bin/nnscan"], **more)
    problems = failure(listed)
    for line in listed.stdout.splitlines():
        name, _, place = line.strip().partition(" => ")
        if _SYSTEM.search(pathlib.PurePath(name.split()[0]).name):
            continue
        if not place.startswith(str(environment)):
            problems.append(f"not the package's own: {line.strip()}")
    return problems


def alone(root: pathlib.Path, environment: pathlib.Path) -> list[str]:
    """The command in a file system that holds the C library, its loader and the package."""
    listed = run(["ldd", environment / "bin/nnscan"]).stdout
    needed = re.findall(r"\S*/(?:ld-linux\S*|lib(?:c|m|dl|rt|pthread)\.so\.\d+)", listed)
    for library in map(pathlib.Path, needed):
        (root / library.parent.relative_to("/")).mkdir(parents=True, exist_ok=True)
        shutil.copy2(library, root / library.relative_to("/"))
    shutil.copytree(environment / "lib/nnscan", root / "lib/nnscan")
    (root / "bin").mkdir()
    shutil.copy2(environment / "bin/nnscan", root / "bin")
    shutil.copy2(ROOT / "examples/lenet.py", root)
    # Without /proc, the loader has to be told where the executable is.
    return failure(run(["chroot", root, "/bin/nnscan", "lenet.py", "--class", "LeNet",
                        "-o", "out.onnx"], LD_ORIGIN_PATH="/bin"))


def check(suite: report.Suite, scratch: pathlib.Path) -> pathlib.Path | None:
    """The environment that the wheel is installed in."""
    path = build(suite, scratch)
    if not path:
        return None
    suite.add("what the wheel holds", contents(path))

    environment = scratch / "environment"
    run(["/usr/bin/python3", "-m", "venv", "--without-pip", environment])
    python, nnscan = environment / "bin/python", environment / "bin/nnscan"
    installed = run([TOOLS / "pip", "--python", python, "install", "--no-index", path])
    suite.add("it installs into an empty environment, without a registry", failure(installed))
    if installed.returncode:
        return None
    said = f"nnscan {VERSION}\n"
    suite.add("nnscan --version", failure(run([nnscan, "--version"], cwd=scratch), says=said))
    suite.add("python -m nnscan --version",
              failure(run([python, "-m", "nnscan", "--version"], cwd=scratch), says=said))
    suite.add("python -m nnscan ends as nnscan does",
              failure(run([python, "-m", "nnscan", "--nonsense"], cwd=scratch), 2, "--nonsense"))

    suite.add("no library of the system but the C library's", foreign_libraries(environment))
    suite.add("no library of LD_LIBRARY_PATH",
              foreign_libraries(environment, LD_LIBRARY_PATH="/usr/lib/x86_64-linux-gnu"))
    if os.geteuid() == 0:
        suite.add("nothing else in the file system", alone(scratch / "root", environment))
    else:
        suite.skip("nothing else in the file system", "chroot is root's")
    moved = scratch / "moved"
    shutil.copytree(environment, moved, symlinks=True)
    suite.add("an environment can be moved", foreign_libraries(moved))

    ours, theirs = scratch / "ours.onnx", scratch / "theirs.onnx"
    for tool, out in ((ROOT / "build/nnscan", ours), (nnscan, theirs)):
        suite.add(f"{out.stem} is written",
                  failure(run([tool, *EXAMPLE, "--init", "random:1", "-o", out], cwd=ROOT)))
    if ours.exists() and theirs.exists():
        same = ours.read_bytes() == theirs.read_bytes()
        suite.add("it writes what build/nnscan writes", [] if same else ["the bytes differ"])
    return environment
