from collections import namedtuple
from enum import Enum, IntEnum, auto, Flag, unique
from typing import NamedTuple, TypedDict, Optional
class Out(NamedTuple):
    loss: float
    logits: Optional[list] = None
    def scaled(self, k): return self._replace(loss=self.loss * k)
print(Out(1.0), Out(2.0).scaled(3), Out._fields, Out(1.0).logits, isinstance(Out(1.0), tuple), Out.__annotations__.keys() == {"loss", "logits"})
