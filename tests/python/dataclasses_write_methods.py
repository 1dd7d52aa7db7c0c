from dataclasses import asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar, List, Optional


@dataclass
class Config:
    depth: int
    width: int = 64
    layers: List[int] = field(default_factory=list)
    name: Optional[str] = None
    hidden: int = field(default=0, repr=False, compare=False)
    VERSION: ClassVar[int] = 3

    def total(self):
        return self.depth * self.width


c = Config(2)
print(c, Config(1, 2, [3], name='n'), c == Config(2), c == Config(3), c == Config(2, hidden=9),
      c.total(), c.layers is Config(2).layers)
print(asdict(c), astuple(c), replace(c, depth=9), [f.name for f in fields(Config)], is_dataclass(c),
      Config.VERSION, Config.width)
c.depth = 7
c.layers.append(1)
print(c, vars(c), fields(c)[1].default)
for action in (lambda: Config(), lambda: Config(1, 2, 3, 4, 5, 6), lambda: Config(1, nope=2),
               lambda: hash(c)):
    try:
        action()
    except TypeError as error:
        print(error)


@dataclass
class Inner:
    x: int = 1


@dataclass
class Outer:
    inner: Inner = field(default_factory=Inner)
    many: list = field(default_factory=lambda: [Inner(2)])
    table: dict = field(default_factory=lambda: {'k': Inner(3)})


print(Outer(), asdict(Outer()), Outer() == Outer())
