"""What nnscan has to say about a model's source, as values."""
from __future__ import annotations

import dataclasses
import json
import re
from typing import Any, Mapping, Sequence


@dataclasses.dataclass(frozen=True)
class Frame:
    """A call on the way to a diagnostic: where it stands, and the function that holds it."""

    file: str
    line: int
    function: str


@dataclasses.dataclass(frozen=True)
class Note:
    """A place that has to do with a diagnostic, and what it has."""

    file: str
    line: int
    column: int
    message: str


@dataclasses.dataclass(frozen=True)
class Diagnostic:
    """One message. Lines and columns count from 1; 0 where it is about a run as a whole."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str       # "NN301"; `nnscan explain NN301` says more
    severity: str   # "error", "warning" or "note"
    message: str
    hint: str = ""
    chain: tuple[Frame, ...] = ()   # the calls that led there, outermost first
    notes: tuple[Note, ...] = ()
    entries: tuple[str, ...] = ()   # the models that it holds for, where `check` found it

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file or "nnscan"
        code = f"[{self.code}]" if self.code else ""
        return f"{place}: {self.severity}{code}: {self.message}"

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Diagnostic:
        """From an element of `diagnostics` in what `nnscan check --format json` prints."""
        known = {field.name for field in dataclasses.fields(cls)}
        values = {key: value for key, value in row.items() if key in known}
        values["chain"] = tuple(Frame(call["file"], call["line"], call["function"])
                                for call in row.get("chain", ()))
        values["notes"] = tuple(Note(note["file"], note["line"], note["column"], note["message"])
                                for note in row.get("notes", ()))
        values["entries"] = tuple(row.get("entries", ()))
        return cls(**values)


class Error(Exception):
    """What every exception of this package is."""


class ExportError(Error):
    """The model cannot be exported; `diagnostics` holds every reason that was found."""

    def __init__(self, diagnostics: Sequence[Diagnostic], text: str):
        super().__init__(text)
        self.diagnostics = list(diagnostics)


class UsageError(Error, ValueError):
    """Arguments that nnscan does not take, or a file that cannot be read or written."""


# What is no diagnostic of the source but still worth a line.
_PLAIN = re.compile(r"nnscan: (?P<severity>error|warning): (?P<message>.*)")


def parse_messages(text: str) -> tuple[list[Diagnostic], str]:
    """What an export with --messages=json writes to standard error: the diagnostics, and the whole
    as it would be shown to a person."""
    found: list[Diagnostic] = []
    shown: list[str] = []
    for line in text.splitlines():
        if line.startswith("{"):
            row = json.loads(line)
            found.append(Diagnostic.from_json(row))
            shown.append(row["text"].rstrip())
            continue
        shown.append(line)
        if plain := _PLAIN.fullmatch(line):
            found.append(Diagnostic("", 0, 0, 0, 0, "", plain["severity"], plain["message"]))
    return found, "\n".join(shown)
