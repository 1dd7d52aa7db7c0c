import functools
import types


def f(a, b=1, *rest, c=2):
    """Doc."""
    return a, b, rest, c


def copied(function):
    copy = types.FunctionType(function.__code__, function.__globals__, name=function.__name__,
                              argdefs=function.__defaults__, closure=function.__closure__)
    copy = functools.update_wrapper(copy, function)
    copy.__kwdefaults__ = function.__kwdefaults__
    return copy


g = copied(f)
g.mark = 1
print(g(0), g(0, 5, 6, c=7), g is f, g.__name__, g.__doc__, g.__wrapped__ is f, hasattr(f, "mark"))
g.__doc__ = "Other."
print(f.__doc__, g.__doc__)


def counter(start):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count
    return step


one = counter(10)
other = copied(one)
print(one(), other(), one(5), other.__closure__[0].cell_contents)

plain = types.FunctionType(f.__code__, globals())
for args in ((1,), (1, 2)):
    try:
        print(plain(*args, c=3))
    except TypeError as error:
        print(error)
print(plain.__name__, plain.__defaults__, plain.__kwdefaults__)

f.__defaults__ = (8, 9)
print(f(), f(1), g(1), f.__defaults__)
f.__defaults__ = None
f.__kwdefaults__ = {"c": 4}
print(f(1, 2), f.__kwdefaults__)
try:
    f(1)
except TypeError as error:
    print(error)
try:
    f.__defaults__ = [1]
except TypeError as error:
    print(error)


class Base:
    def push(self):
        return "pushed by " + type(self).__name__


class Net(Base):
    push = copied(Base.push)


print(Net().push(), Net.push is Base.push)
