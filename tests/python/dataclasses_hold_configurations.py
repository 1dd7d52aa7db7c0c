from __future__ import annotations
from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, InitVar
from typing import Optional, List, ClassVar

@dataclass
class Base:
    width: int = 8
    depth: int = 2
    names: List[str] = field(default_factory=list)
    kind: ClassVar[str] = "k"
    hidden: Optional[int] = field(default=None, repr=False, compare=False)
    def __post_init__(self):
        self.total = self.width * self.depth
        if self.depth < 0:
            raise ValueError("depth")

@dataclass
class Child(Base):
    heads: int = 4
    extra: dict = field(default_factory=lambda: {"a": 1})
    def __post_init__(self):
        super().__post_init__()
        self.head_dim = self.width // self.heads

c = Child(16, names=["x"], heads=2)
print(c, c.total, c.head_dim, c.kind, [f.name for f in fields(c)], is_dataclass(c), is_dataclass(3))
print(asdict(c), astuple(Base(1, 2)), replace(c, width=32).head_dim, c == Child(16, names=["x"], heads=2), c != Base())
@dataclass(frozen=True, order=True)
class P:
    x: float
    y: float = 0.0
print(P(1) < P(2), hash(P(1)) == hash(P(1)), sorted([P(2), P(1)]), P(1, 2))
try:
    P(1).x = 2
except Exception as e:
    print(type(e).__name__, e)
@dataclass
class I:
    a: int
    scale: InitVar[int] = 2
    def __post_init__(self, scale): self.a *= scale
print(I(3), I(3, scale=5).a)
try:
    Child(depth=-1)
except ValueError as e:
    print(e)
try:
    P()
except TypeError as e:
    print(e)
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 1
print(K(a=1), Base().names is Base().names)
@dataclass(eq=False)
class N: pass
print(N() == N(), hasattr(Base, "__dataclass_fields__"), list(Base.__dataclass_fields__)[:2], Base.__match_args__)
for f in fields(Base):
    print(f.name, f.default if f.default is not None else None if f.name == "hidden" else "", f.init, f.repr) if f.name != "names" else None
