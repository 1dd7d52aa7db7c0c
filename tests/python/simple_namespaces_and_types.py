import types

n = types.SimpleNamespace(a=1, b='x')
n.c = [2]
print(n, n.a, vars(n), n == types.SimpleNamespace(a=1, b='x', c=[2]))


class C:
    def m(self):
        pass


print(isinstance(lambda: 0, types.FunctionType), isinstance(C().m, types.MethodType),
      isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType))
view = types.MappingProxyType({'k': 1})
print(view['k'], dict(view), len(view), 'k' in view)
try:
    view['k'] = 2
except TypeError as error:
    print('read only')
c = C()
c.bound = types.MethodType(lambda self, x: (type(self).__name__, x), c)
print(c.bound(3), types.NoneType is type(None))
