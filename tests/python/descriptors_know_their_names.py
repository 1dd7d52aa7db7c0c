class Desc:
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, obj, owner=None): return self if obj is None else getattr(obj, self.name, "unset")
    def __set__(self, obj, v):
        if v < 0: raise ValueError("neg")
        setattr(obj, self.name, v)
    def __delete__(self, obj): delattr(obj, self.name)
class D:
    x = Desc()
    y = Desc()
d = D(); print(d.x); d.x = 5; d.y = 6; print(d.x, d.y, d._x, isinstance(D.x, Desc)); del d.x; print(d.x)
try: d.x = -1
except ValueError as e: print(e)
Dyn = type("Dyn", (D,), {"z": 1, "m": lambda self: self.z + 1, "__doc__": "dyn"}); print(Dyn().m(), Dyn.__name__, Dyn.__mro__[1].__name__, Dyn.__doc__)
