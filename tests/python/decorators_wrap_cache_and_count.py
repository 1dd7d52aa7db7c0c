import functools, time
from contextlib import contextmanager, ExitStack, nullcontext, suppress
def logged(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        calls.append(fn.__name__)
        return fn(*args, **kwargs)
    return wrapper
def repeat(n=2, *, sep=" "):
    def deco(fn):
        def inner(*a, **k):
            return sep.join([fn(*a, **k)] * n)
        inner.n = n
        return inner
    return deco
calls = []
@logged
@repeat(3, sep="-")
def hi(x):
    "Says hi."
    return f"hi {x}"
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
@functools.cache
def sq(n): calls.append(("sq", n)); return n * n
class Count:
    def __init__(self, fn): functools.update_wrapper(self, fn); self.fn, self.n = fn, 0
    def __call__(self, *a): self.n += 1; return self.fn(*a)
    def __get__(self, obj, cls): return functools.partial(self, obj)
@Count
def f(a): "doc f"; return a + 1
class T:
    @Count
    def m(self, a): return (type(self).__name__, a)
    @functools.cached_property
    def heavy(self): calls.append("heavy"); return 7
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a=1): return cls, a
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v * 2
    @p.deleter
    def p(self): del self._p
t = T(); t.p = 4
print(hi("x"), fib(60), sq(3), sq(3), f(1), f(2), f.n, f.__name__, f.__doc__, t.m(5), t.heavy, t.heavy, t.s(1), T.s(2), t.c(), T.c(3)[1], t.p, calls, hi.__wrapped__.n)
del t.p
print(hasattr(t, "p"), hi.__name__, fib.cache_info().misses, functools.reduce(lambda a, b: a * b, [1, 2, 3], 10), functools.partial(int, base=2)("101"))
