"""Reads and rewrites test files: Python sources whose comments hold commands and expectations.

    #> ARGS        a command: `nnscan FILE ARGS`, or `nnscan ARGS` where ARGS mention $FILE
    #~ DIRECTIVE   how the exported model is compared with PyTorch (see tests/README.md)
    #= STATUS      the expected exit status, where it is not 0
    #| TEXT        expected lines of standard output
    #! TEXT        expected lines of standard error

Expectations belong to the command above them; directives above the first command belong to every
command of the file.
"""
from __future__ import annotations

import dataclasses
import pathlib
import shlex

DIRECTIVES = ("with", "call", "weights", "save", "tolerance", "untaken", "sizes", "skip", "init")
ONE_OFF = ("untaken", "sizes", "skip", "tolerance", "weights", "save", "init")


class BadCase(Exception):
    """The test file itself is malformed."""


@dataclasses.dataclass
class Directives:
    """What the comments say about the numeric comparison."""

    given: dict[str, list[str]] = dataclasses.field(default_factory=dict)

    def add(self, text: str) -> None:
        word, _, rest = text.strip().partition(" ")
        if word not in DIRECTIVES:
            raise BadCase(f"unknown directive `{word}`; known: {' '.join(DIRECTIVES)}")
        if word in ONE_OFF and word in self.given:
            raise BadCase(f"directive `{word}` is given twice")
        self.given.setdefault(word, []).append(rest.strip())

    def all(self, word: str) -> list[str]:
        return self.given.get(word, [])

    def one(self, word: str) -> str | None:
        return self.given[word][0] if word in self.given else None

    def over(self, outer: Directives) -> Directives:
        """These directives, and those of `outer` whose word is not among them."""
        return Directives({**outer.given, **self.given})


@dataclasses.dataclass
class Command:
    line: int
    source: list[str]           # its own `#>` and `#~` lines, as they stand
    args: list[str]
    directives: Directives
    status: int = 0
    stdout: list[str] = dataclasses.field(default_factory=list)
    stderr: list[str] = dataclasses.field(default_factory=list)

    def option(self, name: str) -> str | None:
        values = self.options(name)
        return values[-1] if values else None

    def options(self, *names: str) -> list[str]:
        found = []
        for at, arg in enumerate(self.args):
            if arg in names and at + 1 < len(self.args):
                found.append(self.args[at + 1])
            found += [arg[len(name) + 1:] for name in names if arg.startswith(name + "=")]
        return found

    def without(self, *names: str) -> list[str]:
        """The arguments less some options and their values."""
        kept, skip = [], False
        for arg in self.args:
            if not skip and arg not in names and not arg.startswith(tuple(n + "=" for n in names)):
                kept.append(arg)
            skip = not skip and arg in names
        return kept

    def render(self, status: int, stdout: list[str], stderr: list[str]) -> list[str]:
        lines = list(self.source)
        if status:
            lines.append(f"#= {status}")
        lines += [f"#| {text}".rstrip() for text in stdout]
        lines += [f"#! {text}".rstrip() for text in stderr]
        return lines


@dataclasses.dataclass
class CaseFile:
    path: pathlib.Path
    parts: list[str | Command]  # lines of source, and the commands between them

    @property
    def commands(self) -> list[Command]:
        return [part for part in self.parts if isinstance(part, Command)]


def is_case_file(path: pathlib.Path) -> bool:
    with path.open(encoding="utf-8", errors="replace") as file:
        return any(line.startswith("#>") for line in file)


def read(path: pathlib.Path) -> CaseFile:
    parts: list[str | Command] = []
    shared = Directives()
    current: Command | None = None
    # Line ends are kept as they are: a test may be about `\r\n`.
    text = path.read_bytes().decode("utf-8", errors="surrogateescape")
    for number, line in enumerate(text.split("\n"), 1):
        mark, body = line[:2], line[3:].rstrip("\r")
        try:
            if mark == "#>":
                if current is not None and current.source[-1].endswith("\\"):
                    current.source.append(line)
                    current.args += shlex.split(body.rstrip("\\"))
                else:
                    current = Command(number, [line], shlex.split(body.rstrip("\\")), Directives())
                    parts.append(current)
            elif mark == "#~":
                (current.directives if current else shared).add(body)
                current.source.append(line) if current else parts.append(line)
            elif mark in ("#=", "#|", "#!"):
                if current is None:
                    raise BadCase(f"`{mark}` without a command above it")
                if mark == "#=":
                    current.status = int(body)
                else:
                    (current.stdout if mark == "#|" else current.stderr).append(body)
            else:
                if line.strip():
                    current = None
                parts.append(line)
        except (BadCase, ValueError) as error:
            raise BadCase(f"{path}:{number}: {error}") from None
    for command in (part for part in parts if isinstance(part, Command)):
        command.directives = command.directives.over(shared)
    return CaseFile(path, parts)


def rewrite(case: CaseFile, results: dict[int, tuple[int, list[str], list[str]]]) -> bool:
    """Puts what each command (by line) gave in the place of what was expected."""
    lines: list[str] = []
    for part in case.parts:
        if isinstance(part, str):
            lines.append(part)
        else:
            lines += part.render(*results[part.line])
    new = "\n".join(lines).encode("utf-8", errors="surrogateescape")
    if new == case.path.read_bytes():
        return False
    case.path.write_bytes(new)
    return True
