def f(a, b=1):
    return a


class C:
    def m(self):
        pass

    def __call__(self):
        return 1


c = C()
import types
print(isinstance(f, types.FunctionType), isinstance(c.m, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType), isinstance((x for x in []), types.GeneratorType), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1), isinstance(C, type), isinstance(type(C), type))
C.m = lambda self, k=2: k; print(c.m(), c.m(3)); c.m = types.MethodType(lambda self: type(self).__name__, c); print(c.m())
bound = C.__call__.__get__(c, C); print(bound())
