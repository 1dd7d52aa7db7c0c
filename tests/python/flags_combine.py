from collections import namedtuple
from enum import Enum, IntEnum, auto, Flag, unique
from typing import NamedTuple, TypedDict, Optional
class Perm(Flag):
    R = auto(); W = auto()
print(Perm.R | Perm.W, bool(Perm.R & Perm.W), Perm.R in (Perm.R | Perm.W), (Perm.R | Perm.W).value)
for bad in (lambda: Perm["Z"], lambda: setattr(Perm, "R", 2)):
    try:
        bad()
    except (ValueError, KeyError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
class TD(TypedDict, total=False):
    a: int
    b: str
t: TD = {"a": 1}
print(t, TD(a=1, b="x"), TD.__name__)
