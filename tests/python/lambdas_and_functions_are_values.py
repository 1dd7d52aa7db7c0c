def apply(f, *args, **kw):
    return f(*args, **kw)


table = {'add': lambda a, b: a + b, 'neg': lambda a: -a, 'max': max}
print(apply(table['add'], 1, 2), apply(table['neg'], 5), apply(table['max'], 3, 9, 4))


def documented(x: int, y: 'str' = 'd') -> bool:
    """Says something."""
    return True


documented.tag = 5
print(documented.__name__, documented.__doc__, documented.__defaults__, documented.tag,
      documented.__qualname__)


def compose(*functions):
    def composed(x):
        for f in reversed(functions):
            x = f(x)
        return x
    return composed


print(compose(str, abs, int)('-5'), (lambda *a, **k: (a, k))(1, b=2), (lambda: None)(),
      (lambda x, /, y=2, *, z: (x, y, z))(1, z=3))


def recursive(n):
    return 1 if n == 0 else n * recursive(n - 1)


print(recursive(20), [f.__name__ for f in (len, documented, lambda: 0)], compose.__qualname__,
      compose(str).__qualname__)
