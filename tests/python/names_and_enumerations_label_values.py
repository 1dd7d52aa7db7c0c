from collections import namedtuple
from enum import Enum, IntEnum, auto, Flag, unique
from typing import NamedTuple, TypedDict, Optional
Point = namedtuple("Point", ["x", "y"])
Full = namedtuple("Full", "a b c", defaults=(2, 3))
p = Point(1, y=2)
print(p, p.x, p[1], p._replace(x=5), p._asdict(), Point._fields, Point._make([3, 4]), tuple(p), p == (1, 2), Full(1), len(p), [*p])
x, y = p
class Out(NamedTuple):
    loss: float
    logits: Optional[list] = None
    def scaled(self, k): return self._replace(loss=self.loss * k)
print(Out(1.0), Out(2.0).scaled(3), Out._fields, Out(1.0).logits, isinstance(Out(1.0), tuple), Out.__annotations__.keys() == {"loss", "logits"})
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
class Level(IntEnum):
    LOW = auto()
    HIGH = auto()
print(Level.LOW < Level.HIGH, Level.HIGH + 1, int(Level.LOW), Level(2).name, f"{Level.LOW.name}", sorted(Level), [l.value for l in Level], Level.LOW == 1)
class S(str, Enum):
    A = "a"
    B = "b"
print(S.A == "a", S("b"), S.A.value, S.A.upper(), "a" == S.A, {"a": 1}[S.A], S.B.name, isinstance(S.A, str))
class Perm(Flag):
    R = auto(); W = auto()
print(Perm.R | Perm.W, bool(Perm.R & Perm.W), Perm.R in (Perm.R | Perm.W), (Perm.R | Perm.W).value)
for bad in (lambda: Color("zz"), lambda: Color["ZZ"], lambda: Point(1), lambda: setattr(Color, "RED", 2)):
    try:
        bad()
    except (ValueError, KeyError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
class TD(TypedDict, total=False):
    a: int
    b: str
t: TD = {"a": 1}
print(t, TD(a=1, b="x"), TD.__name__)
