"""Regular expressions. Matching itself is native and bounded in steps."""
from ._flags import (A, ASCII, DOTALL, I, IGNORECASE, M, MULTILINE, NOFLAG, S, U, UNICODE, VERBOSE, X,
                     RegexFlag)
from ._pattern import Match, Pattern, error
from ._template import escape

__module__ = 're'

_compiled = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    key = (type(pattern), pattern, int(flags))
    if key not in _compiled:
        _compiled[key] = Pattern(pattern, int(flags))
    return _compiled[key]


def purge():
    _compiled.clear()


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)
