from collections import namedtuple
from enum import Enum, IntEnum, auto, Flag, unique
from typing import NamedTuple, TypedDict, Optional
class Level(IntEnum):
    LOW = auto()
    HIGH = auto()
print(Level.LOW < Level.HIGH, Level.HIGH + 1, int(Level.LOW), Level(2).name, f"{Level.LOW.name}", sorted(Level), [l.value for l in Level], Level.LOW == 1)
