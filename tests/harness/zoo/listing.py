"""Prints the entries of a family as JSON. Runs under the oracle's Python, with the packages."""
from __future__ import annotations

import contextlib
import dataclasses
import importlib
import importlib.util
import json
import sys


def main() -> None:
    family = importlib.import_module(f"harness.zoo.families.{sys.argv[1]}")
    with contextlib.redirect_stdout(sys.stderr):
        entries = family.entries()
        for entry in entries:
            entry.source = importlib.util.find_spec(entry.module).origin
    names = [entry.name for entry in entries]
    doubled = {name for name in names if names.count(name) > 1}
    if doubled:
        raise SystemExit(f"{sys.argv[1]} names twice: {sorted(doubled)}")
    json.dump([dataclasses.asdict(entry) for entry in entries], sys.stdout)


if __name__ == "__main__":
    main()
