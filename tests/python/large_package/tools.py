"""Functions and classes of every kind, with bodies long enough to be read only when they run."""
import functools

LIMIT = 3
calls = []


def plain(a, b=2, *rest, c=LIMIT, **more):
    """Adds.

    def not_a_function():
        pass
    """
    total = a + b + c
    for value in rest:
        total += value
    return total, sorted(more.items())


def counted(function):
    """A decorator."""
    @functools.wraps(function)
    def run(*args, **kwargs):
        calls.append(function.__name__)
        return function(*args, **kwargs)
    return run


@counted
def decorated(text):
    """Turns words around."""
    words = text.split()
    words.reverse()
    result = ' '.join(word.capitalize() for word in words)
    return result


def squares(count):
    """Gives squares, one after the other."""
    for i in range(count):
        sent = yield i * i
        if sent is not None:
            yield f'sent {sent}'


def make_counter(start=0):
    """A function that counts, over a variable of its own."""
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count
# a comment at the margin does not end the function

    return step


def set_limit(value):
    """Changes a global variable, which others see at their next call."""
    global LIMIT
    LIMIT = value
    return [LIMIT, __name__.rpartition('.')[2], 'a text that makes this body a little longer']


def joined(first,
           second: 'a text with def f(): inside' = "):",
           *, third=(1,
                     2)) -> 'str':
    # Lines that go on, and brackets in strings.
    text = first + \
        second
    rows = [
        text,
'at the margin, inside of brackets',
    ]
    return rows, third, '''a string
def over_lines():
    with what looks like code'''


class Shape:
    """A class with private names and properties."""
    sides = 0
    __secret = 'shape'

    def __init__(self, name, *, scale=1):
        self.name = name
        self.__scale = scale
        self.history = [f'{name} was made with scale {scale} and secret {self.__secret}']

    @property
    def area(self):
        """How large it is."""
        self.history.append(f'the area of {self.name} was asked for, which nobody remembers')
        return self.__scale * self.sides

    @area.setter
    def area(self, value):
        self.__scale = value / max(self.sides, 1)
        self.history.append(f'the area of {self.name} was set to {value} by somebody or other')

    @classmethod
    def named(cls, name):
        """Another way to make one."""
        made = cls(name.upper(), scale=2)
        made.history.append(f'by name, as {cls.__name__}, which its heirs do as well as itself')
        return made

    @staticmethod
    def parse(text):
        """Takes a text apart."""
        name, _, scale = text.partition(':')
        return {'name': name.strip(), 'scale': int(scale or 1), 'rest': text[len(name):]}

    class Part:
        """A class inside of the class."""
        def describe(self, owner):
            """Tells whose part it is."""
            return f'part of {owner.name}, which has {owner.sides} sides and a long description'


class Square(Shape):
    sides = 4

    def __init__(self, name, scale=1):
        super().__init__(name, scale=scale)
        self.corners = [(x, y) for x in range(2) for y in range(2) if (x, y) != (9, 9)]
        self.owner = type(self).__mro__[0].__name__

    def __iter__(self):
        """Walks the corners, the last one first."""
        for corner in reversed(self.corners):
            yield corner
        yield from ('and', 'that', 'was', 'all', 'of', 'them')

    def compare(self, other, key=lambda shape: shape.name):
        """Compares by a key that is a default argument."""
        mine, theirs = key(self), key(other)
        return (mine > theirs) - (mine < theirs), type(self).__name__, type(other).__name__


if LIMIT:
    def conditional(x):
        """Defined under a condition."""
        values = [x * factor for factor in range(LIMIT)]
        return values, sum(values), 'a text that makes this body a little longer than others'


def never_called(x):
    """Whose names exist nowhere."""
    undefined_name(x)
    return another_one[x].attribute, 'a text that makes this body a little longer than others'
