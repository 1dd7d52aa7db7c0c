"""What nnscan has to say about a model's source, as values."""
from __future__ import annotations

import dataclasses
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


# The opening of a diagnostic; its excerpt, chain and hint follow, indented.
_OPENING = re.compile(r"(?:(?P<file>[^\n]*?):(?P<line>\d+):(?P<column>\d+)|nnscan): "
                      r"(?P<severity>error|warning|note)(?:\[(?P<code>NN\d+)\])?: (?P<message>.*)")
_HINT = re.compile(r"  hint: (?P<hint>.*)")


def parse_text(text: str) -> list[Diagnostic]:
    """The diagnostics that an export writes to standard error."""
    found: list[Diagnostic] = []
    for line in text.splitlines():
        opening, hint = _OPENING.fullmatch(line), _HINT.fullmatch(line)
        if opening and not line.startswith(" "):
            at = (int(opening["line"] or 0), int(opening["column"] or 0))
            found.append(Diagnostic(opening["file"] or "", *at, *at, opening["code"] or "",
                                    opening["severity"], opening["message"]))
        elif hint and found:
            found[-1] = dataclasses.replace(found[-1], hint=hint["hint"])
    return found
