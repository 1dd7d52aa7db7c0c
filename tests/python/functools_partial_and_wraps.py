import functools
from functools import partial


def f(a, b=2, *args, c=3, **kw):
    """Doc of f."""
    return a, b, args, c, kw


g = partial(f, 1, c=30)
print(g(), g(5, 6, d=4), g.func is f, g.args, g.keywords, partial(g, 9, c=31)(),
      type(g) == functools.partial, callable(g))


class Norm:
    def __init__(self, n, eps=1e-5, affine=True):
        self.n, self.eps, self.affine = n, eps, affine


layer = partial(Norm, eps=1e-3)
print(layer(4).eps, layer(4, affine=False).affine, isinstance(layer(1), Norm), layer.func is Norm)


def traced(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kw):
        return 'traced', fn(*args, **kw)
    return wrapper


t = traced(f)
print(t(1), t.__name__, t.__doc__, t.__wrapped__ is f)


class Methods:
    def set(self, name, value):
        return name, value

    set_on = functools.partialmethod(set, 'on')


print(Methods().set_on(True), functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]),
      functools.reduce(max, [3, 9, 2], 5))
