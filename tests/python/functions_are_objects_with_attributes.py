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
fs = {"a": f, "m": c.m, "len": len, "cls": C}
print([k for k, v in fs.items() if callable(v)], fs["len"]([1]), fs["cls"]().m() is None, (f if True else None)(3), [len, max][1](1, 2), (lambda x: lambda y: x + y)(1)(2))
import types
print(isinstance(f, types.FunctionType), isinstance(c.m, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType), isinstance((x for x in []), types.GeneratorType), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1), isinstance(C, type), isinstance(type(C), type))
C.m = lambda self, k=2: k; print(c.m(), c.m(3)); c.m = types.MethodType(lambda self: type(self).__name__, c); print(c.m())
bound = C.__call__.__get__(c, C); print(bound())
def outer(x):
    y = x * 2
    def inner(): return y
    return inner
print(outer(4)(), outer(1).__closure__[0].cell_contents if outer(1).__closure__ else None, outer.__name__, outer(1).__name__, outer(1).__qualname__)
def default(a=[], *, b={}): a.append(1); b[len(b)] = 1; return len(a), len(b)
print(default(), default(), default.__defaults__, default.__kwdefaults__)
