from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, dataclass, field


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Child(Base):
    c: str = 'c'
    a: int = 10

    def __post_init__(self):
        self.sum = self.a + self.b


print(Child(), Child(1, c='x').sum, isinstance(Child(), Base), Child.__match_args__)


@dataclass(frozen=True, order=True)
class Key:
    name: str
    index: int = 0


k = Key('a')
print(k, {k: 1}[Key('a')], Key('a') < Key('b'), sorted([Key('b'), Key('a', 1), Key('a')]),
      hash(k) == hash(Key('a')))
try:
    k.name = 'z'
except FrozenInstanceError as error:
    print(error)


@dataclass
class Scaled:
    value: float
    scale: InitVar[float] = 2.0
    result: float = field(init=False)

    def __post_init__(self, scale):
        self.result = self.value * scale


print(Scaled(3.0), Scaled(3.0, 10.0).result)


@dataclass
class Options:
    path: str
    _: KW_ONLY
    verbose: bool = False
    level: int


print(Options('p', level=1))
try:
    Options('p', True, 1)
except TypeError as error:
    print(type(error).__name__)


@dataclass(eq=False, repr=False)
class Bare:
    x: int


print(Bare(1) == Bare(1), Bare(1).x)
try:
    @dataclass
    class Wrong:
        a: int = 1
        b: int
except TypeError as error:
    print(error)
try:
    @dataclass
    class Mutable:
        a: list = []
except ValueError as error:
    print(error)
