from collections import namedtuple
from enum import Enum, IntEnum, auto, Flag, unique
from typing import NamedTuple, TypedDict, Optional
class S(str, Enum):
    A = "a"
    B = "b"
print(S.A == "a", S("b"), S.A.value, S.A.upper(), "a" == S.A, {"a": 1}[S.A], S.B.name, isinstance(S.A, str))
