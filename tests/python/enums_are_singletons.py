from enum import Enum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def pretty(self):
        return self.name.title()

    @classmethod
    def default(cls):
        return cls.GREEN


print(Color.RED, repr(Color.RED), Color(2), Color['RED'], Color.CRIMSON, Color.RED.name,
      Color.RED.value, Color.GREEN.pretty)
print(list(Color), len(Color), list(Color.__members__), Color.default(), Color.RED is Color(1),
      Color.RED == 1, Color.RED in Color)
print(isinstance(Color.RED, Color), {Color.RED: 'r'}[Color.CRIMSON], f'{Color.RED} {Color.GREEN!r}',
      [c.name for c in Color], Color)
for action in (lambda: Color(9), lambda: Color['NO'], lambda: setattr(Color, 'RED', 5)):
    try:
        action()
    except (ValueError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)


class Mode(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()


print([(m.name, m.value) for m in Mode])


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    def __str__(self):
        return self.name.lower()


print(Planet.MARS, Planet.EARTH.mass, Planet.EARTH.value, Planet((0.64, 3.39)))
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)


class Op(Enum):
    @classmethod
    def _missing_(cls, value):
        return next((m for m in cls if m.value == str(value).lower()), None)

    ADD = 'add'


print(Op('ADD'), Enum('Made', 'x y')['y'], Enum('Made', {'k': 'v'}).k.value)
