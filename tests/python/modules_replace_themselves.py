import sys
from types import ModuleType


class Lazy(ModuleType):
    answer = 42

    def __init__(self, name, doc=None):
        super().__init__(name, doc)
        self.table = {"one": 1}

    def __getattr__(self, name):
        if name in self.table:
            return self.table[name]
        raise AttributeError(name)


m = Lazy("lazy.part", "its text")
print(m.__name__, m.__doc__, m.answer, m.one, isinstance(m, ModuleType), isinstance(sys, ModuleType))
print(hasattr(m, "two"), getattr(m, "two", None), type(m).__name__)
m.two = 2
print(m.two, vars(m)["two"])
plain = ModuleType("plain")
plain.x = 5
print(plain.x, plain.__name__, plain.__doc__)
try:
    ModuleType()
except TypeError:
    print("a name is needed")
