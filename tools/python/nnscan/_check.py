"""check(): which models below some paths can be exported, and what stands in the way."""
from __future__ import annotations

import json
import os
from typing import Iterable, Optional, Union

from ._diagnostics import Diagnostic, UsageError
from ._tool import Path, run


def check(
    paths: Union[Path, Iterable[Path]],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    include: Iterable[Path] = (),
    jobs: Optional[int] = None,
    options: Iterable[str] = (),
) -> list[Diagnostic]:
    """What `nnscan check` says of the files and folders `paths`, by file and line.

    An empty list means that every model that was found can be exported. Settings come from the
    nearest pyproject.toml, as they do for the command.

    select:   codes, or beginnings of codes, that count: ["NN3", "NN401"]; all by default.
    ignore:   codes, or beginnings of codes, that do not.
    include:  folders in which imports are looked up, after each file's own package.
    jobs:     how many files are analysed at a time.
    options:  further options of the command line, as they are written there.

    Raises UsageError for paths, settings or options that cannot be used.
    """
    if isinstance(paths, (str, os.PathLike)):
        paths = [paths]
    arguments = ["check", "--format=json"]
    arguments += [f"--select={code}" for code in select]
    arguments += [f"--ignore={code}" for code in ignore]
    for folder in include:
        arguments += ["-I", os.fspath(folder)]
    if jobs is not None:
        arguments.append(f"--jobs={jobs}")
    result = run([*arguments, *options, "--", *map(os.fspath, paths)])
    if result.returncode > 1:
        raise UsageError(result.stderr.strip())
    return [Diagnostic.from_json(row) for row in json.loads(result.stdout)["diagnostics"]]
