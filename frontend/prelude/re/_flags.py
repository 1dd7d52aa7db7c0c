"""The flags of a regular expression."""
import enum

__module__ = 're'


class RegexFlag(enum.IntFlag):
    NOFLAG = 0
    IGNORECASE = I = 2
    MULTILINE = M = 8
    DOTALL = S = 16
    UNICODE = U = 32
    VERBOSE = X = 64
    ASCII = A = 256

    def __repr__(self):
        names = [f're.{flag.name}' for flag in RegexFlag if flag.value & self.value]
        return '|'.join(names) or 're.NOFLAG'

    __str__ = __repr__


NOFLAG = RegexFlag.NOFLAG
I = IGNORECASE = RegexFlag.IGNORECASE
M = MULTILINE = RegexFlag.MULTILINE
S = DOTALL = RegexFlag.DOTALL
U = UNICODE = RegexFlag.UNICODE
X = VERBOSE = RegexFlag.VERBOSE
A = ASCII = RegexFlag.ASCII
