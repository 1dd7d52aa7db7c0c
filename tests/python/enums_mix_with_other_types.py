from dataclasses import dataclass
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto


class Pool(str, Enum):
    MAX = 'max'
    AVG = 'avg'


print(Pool.MAX, repr(Pool.MAX), Pool.MAX == 'max', Pool('avg') is Pool.AVG, Pool.MAX.upper(),
      'avg' in [Pool.AVG], {'max': 1}[Pool.MAX], f'{Pool.MAX}', Pool.MAX.value)


class Level(IntEnum):
    LOW = 1
    HIGH = 2


print(Level.LOW, repr(Level.LOW), Level.LOW + 1, Level.HIGH > Level.LOW, [10, 20, 30][Level.HIGH],
      max(Level), Level(1), f'{Level.HIGH:03d}')


class Name(StrEnum):
    ONE = auto()
    TWO = 'two'


print(Name.ONE, repr(Name.TWO), Name.ONE == 'one', f'{Name.TWO:>5}')


class Access(Flag):
    READ = auto()
    WRITE = auto()
    BOTH = READ | WRITE


print(Access.READ | Access.WRITE, Access.READ in Access.BOTH, Access.READ & Access.WRITE,
      bool(Access(0)), list(Access.BOTH), repr(~Access.READ))


class Bits(IntFlag):
    A = 1
    B = 2


print(Bits.A | Bits.B, repr(Bits.A | Bits.B), Bits.A | 4, Bits(3) & 1, Bits.A == 1)


@dataclass
class Weights:
    url: str
    meta: dict


class WeightsEnum(Enum):
    def __init__(self, value):
        self._value_ = value

    @property
    def url(self):
        return self.value.url


class NetWeights(WeightsEnum):
    V1 = Weights('one', {'acc': 1})
    V2 = Weights(url='two', meta={'acc': 2})
    DEFAULT = V2


print(NetWeights.V1.url, NetWeights.DEFAULT is NetWeights.V2, NetWeights.V1.value.meta['acc'],
      len(NetWeights), NetWeights.DEFAULT)
