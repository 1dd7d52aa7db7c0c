"""Compiled patterns and what they match."""
import _re

from ._error import error
from ._flags import RegexFlag
from ._match import Match
from ._template import parse

__module__ = 're'

_MATCH, _FULL, _SEARCH, _ALL = range(4)
_END = 9223372036854775807


class Pattern:
    def __init__(self, pattern, flags):
        made = _re.compile(pattern, flags)
        if made[0] is None:
            raise error(made[1], pattern, made[2])
        self._handle, self.groups, names, self.flags = made
        self.pattern = pattern
        self.groupindex = dict(names)

    def _first(self, string, pos, endpos, mode):
        slots = _re.run(self._handle, string, pos, endpos, mode, 0)
        return None if slots is None else Match(self, string, slots, pos, endpos)

    def match(self, string, pos=0, endpos=_END):
        return self._first(string, pos, endpos, _MATCH)

    def fullmatch(self, string, pos=0, endpos=_END):
        return self._first(string, pos, endpos, _FULL)

    def search(self, string, pos=0, endpos=_END):
        return self._first(string, pos, endpos, _SEARCH)

    def _all(self, string, pos=0, endpos=_END, count=0):
        return [Match(self, string, slots, pos, endpos)
                for slots in _re.run(self._handle, string, pos, endpos, _ALL, count)]

    def finditer(self, string, pos=0, endpos=_END):
        return iter(self._all(string, pos, endpos))

    def findall(self, string, pos=0, endpos=_END):
        found = self._all(string, pos, endpos)
        empty = string[:0]
        if self.groups > 1:
            return [m.groups(empty) for m in found]
        return [m.groups(empty)[0] if self.groups else m[0] for m in found]

    def split(self, string, maxsplit=0):
        parts, at = [], 0
        for m in self._all(string, count=max(maxsplit, 0)) if maxsplit >= 0 else ():
            parts += [string[at:m.start()], *m.groups()]
            at = m.end()
        return [*parts, string[at:]]

    def subn(self, repl, string, count=0):
        out, at = [], 0
        found = self._all(string, count=count)
        if callable(repl):
            make = repl
        elif isinstance(repl, bytes) or '\\' not in repl:
            make = lambda m: repl
        else:
            parts = parse(repl, self)
            make = lambda m: ''.join((m[part] or '') if i % 2 else part for i, part in enumerate(parts))
        for m in found:
            out += [string[at:m.start()], make(m)]
            at = m.end()
        return string[:0].join([*out, string[at:]]), len(found)

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        flags = RegexFlag(self.flags & ~32)
        return f're.compile({self.pattern!r}{f", {flags}" if flags else ""})'
