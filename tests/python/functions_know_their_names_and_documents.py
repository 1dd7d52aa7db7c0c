def f(a, b: int = 1) -> str:
    """Doc of f."""
    return a
f.calls = 0
f.__name__ = "renamed"
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.calls, f.__defaults__, f.__dict__, callable(f), hasattr(f, "__call__"), f.__code__.co_argcount, f.__code__.co_varnames)
class C:
    """Doc of C."""
    def m(self): "Doc of m."
    def __call__(self): return 1
c = C()
print(C.__doc__, C.m.__doc__, c.m.__name__, c.m.__self__ is c, c.m.__func__ is C.m, C.m.__qualname__, c.m == c.m, C.__name__, C.__module__, c.__doc__, callable(c), callable(C), type(C.m).__name__, type(c.m).__name__, type(len).__name__, type(print).__name__, type(int).__name__, type(None).__name__, type(f).__name__, type(lambda: 0).__name__, (lambda: 0).__name__)
