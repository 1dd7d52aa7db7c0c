"""Running other people's tools in a plain environment."""
from __future__ import annotations

import os
import pathlib
import shutil
import subprocess

from harness.tool import ROOT

TOOLS = ROOT / "build/packaging/bin"  # what `tools/setup test` makes
TIMEOUT = 1800  # a first build, without what ccache knows

# A user's own: nothing that leads back into the checkout or changes how Python looks for modules.
_KEPT = ("HOME", "LANG", "TERM", "TMPDIR", "CC", "CXX")
_KEPT_PREFIXES = ("CCACHE_", "PIP_", "SSL_", "REQUESTS_", "npm_config_", "NODE_")


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items()
            if name in _KEPT or name.startswith(_KEPT_PREFIXES)
            or name.lower().endswith("_proxy")}
    return {**kept, "PATH": os.environ["PATH"], "NO_COLOR": "1", **more}


def run(command: list[str | os.PathLike], cwd: pathlib.Path | None = None,
        **more: str) -> subprocess.CompletedProcess[str]:
    """Standard output and standard error together, as a person sees them."""
    return subprocess.run([os.fspath(word) for word in command], cwd=cwd, text=True,
                          env=environment(**more), stdin=subprocess.DEVNULL, timeout=TIMEOUT,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def failure(result: subprocess.CompletedProcess[str], status: int = 0,
            says: str = "") -> list[str]:
    """A problem if the command did not end and speak as it should, with all that it said."""
    shown = f"{' '.join(result.args)}\nended with {result.returncode}:\n{result.stdout[-4000:]}"
    if result.returncode != status:
        return [f"expected status {status}; {shown}"]
    return [] if says in result.stdout else [f"expected {says!r}; {shown}"]


def copy_checkout(folder: pathlib.Path) -> None:
    """The files of this checkout that are or could be committed, as they are now."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name, follow_symlinks=False)
