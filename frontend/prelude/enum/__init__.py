# Enumerations: https://docs.python.org/3/library/enum.html

from ._enum import Enum, IntEnum, ReprEnum, StrEnum
from ._flag import CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, IntFlag
from ._meta import EnumMeta, auto, member, nonmember
from ._tools import global_enum, property, unique, verify, CONTINUOUS, NAMED_FLAGS, UNIQUE

EnumType = EnumMeta
