from collections import namedtuple
from enum import Enum, IntEnum, auto, Flag, unique
from typing import NamedTuple, TypedDict, Optional
class Color(Enum):
    RED = 1
    GREEN = "g"
    ALIAS = 1
    @property
    def low(self): return self.name.lower()
    @classmethod
    def default(cls): return cls.RED
    def __str__(self): return f"{self.name}!"
print(Color.RED, Color("g"), Color["RED"], Color.ALIAS is Color.RED, list(Color), Color.RED.low, Color.default().value, repr(Color.GREEN), Color.RED == 1, Color.RED in Color, len(Color), Color.__members__.keys() == {"RED", "GREEN", "ALIAS"}, isinstance(Color.RED, Color))
