"""The executable: where it was installed, and running it."""
from __future__ import annotations

import functools
import importlib.metadata
import os
import pathlib
import subprocess
from typing import Sequence, Union

from ._diagnostics import Error

Path = Union[str, "os.PathLike[str]"]


@functools.lru_cache(maxsize=None)
def executable() -> str:
    """The path of the nnscan executable that belongs to this package.

    Installers write down where they put each file of a package, so that one in a virtual
    environment, below a user's home or in a folder of its own is found without a search.
    """
    for file in importlib.metadata.files("nnscan") or ():
        if file.name == "nnscan" and file.parent.name == "bin":
            path = pathlib.Path(os.path.abspath(file.locate()))
            if os.access(path, os.X_OK) and path.is_file():
                return str(path)
    raise Error("the nnscan executable is not where it was installed; install nnscan again, into a "
                "virtual environment (pip's --target leaves out parts of a package)")


def run(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Runs the executable to its end; a death by a signal is an exception."""
    result = subprocess.run([executable(), *arguments], stdin=subprocess.DEVNULL,
                            env={**os.environ, "NO_COLOR": "1"},
                            capture_output=True, encoding="utf-8", errors="surrogateescape")
    if result.returncode < 0:
        raise Error(f"nnscan was ended by signal {-result.returncode}")
    return result
