from collections import namedtuple
from enum import Enum, IntEnum, auto, Flag, unique
from typing import NamedTuple, TypedDict, Optional
Point = namedtuple("Point", ["x", "y"])
Full = namedtuple("Full", "a b c", defaults=(2, 3))
p = Point(1, y=2)
print(p, p.x, p[1], p._replace(x=5), p._asdict(), Point._fields, Point._make([3, 4]), tuple(p), p == (1, 2), Full(1), len(p), [*p])
x, y = p
