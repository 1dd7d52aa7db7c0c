class Meta(type):
    registry = {}
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        cls.kw = kw
        mcs.registry[name] = cls
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        obj = super().__call__(*a, **k)
        obj.made = True
        return obj
    def __len__(cls): return 42
    def __contains__(cls, x): return x == "in"
    def __getitem__(cls, k): return (cls.__name__, k)
    @property
    def upper(cls): return cls.__name__.upper()
class Base(metaclass=Meta, tag=1): pass
class Kid(Base, tag=2):
    def __init__(self, x): self.x = x
print(Meta.registry.keys() == {"Base", "Kid"}, Kid.kw, Kid(3).made, len(Kid), "in" in Kid, Kid["k"], Kid.upper, type(Kid).__name__, isinstance(Kid, Meta))
class Plugin:
    subs = []
    def __init_subclass__(cls, /, kind=None, **kw):
        super().__init_subclass__(**kw)
        cls.kind = kind
        Plugin.subs.append(cls.__name__)
class PA(Plugin, kind="a"): pass
class PB(PA): pass
print(Plugin.subs, PA.kind, PB.kind, [c.__name__ for c in Plugin.__subclasses__()])
class Single:
    _inst = None
    def __new__(cls, *a):
        if cls._inst is None: cls._inst = super().__new__(cls)
        return cls._inst
    def __init__(self, v=0): self.v = v
print(Single(1) is Single(2), Single(5).v)
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
class P:
    def __init__(self): self._v = 1
    v = property(lambda s: s._v, lambda s, n: setattr(s, "_v", n), doc="the v")
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
    def _get(self): return "got"
    alias = property(_get)
    both = staticmethod(lambda a: a * 2)
    cm = classmethod(lambda c: c.__name__)
p = P(); p.v = 9; print(p.v, P.v.__doc__, P[3], p.alias, P.both(2), p.both(3), P.cm())
try: p.alias = 1
except AttributeError as e: print("AttributeError")
class Outer:
    LIMIT = 3
    class Inner:
        def go(self): return Outer.LIMIT
    def make(self): return self.Inner()
    @classmethod
    def from_dict(cls, d): return cls(**d) if d else cls()
    nums = [i * 2 for i in range(LIMIT)]
    table = {k: v for k, v in zip("ab", nums)}
print(Outer().make().go(), Outer.Inner.__qualname__, Outer.nums, Outer.table, type(Outer.from_dict({})).__name__, Outer.Inner.__name__)
def mixin(base):
    class Mixed(base):
        def extra(self): return "extra " + super().who()
    Mixed.__name__ = "Mixed" + base.__name__
    return Mixed
class W:
    def who(self): return "W"
print(mixin(W)().extra(), mixin(W).__name__, isinstance(mixin(W)(), W))
def patched(self): return "patched"
W.who = patched; w = W(); print(w.who()); w.who = lambda: "own"; print(w.who(), W().who())
class Private:
    __x = 1
    def __init__(self): self.__y = 2
    def get(self): return self.__x + self.__y
print(Private().get(), hasattr(Private(), "__y"), Private()._Private__y, [k for k in vars(Private())])
class Cmp:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return NotImplemented if not isinstance(o, Cmp) else self.v == o.v
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f"Cmp({self.v})"
print(Cmp(1) == Cmp(1), Cmp(1) == 1, Cmp(1) != 2, {Cmp(1), Cmp(1)}, [Cmp(2)].index(Cmp(2)), Cmp(1) in [Cmp(1)])
class Iter:
    def __init__(self, n): self.n = n
    def __iter__(self): self.i = 0; return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
print(list(Iter(3)), sum(Iter(4)), 2 in Iter(3), [*Iter(2)], dict(zip(Iter(2), "ab")), max(Iter(3)), sorted(Iter(3), reverse=True), tuple(Iter(1)), list(map(str, Iter(2))), " ".join(map(str, Iter(3))))
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
    def __len__(self): return 3
print(list(Seq()), 20 in Seq(), list(reversed(Seq())), [a for a in Seq()], len(Seq()), bool(Seq()))
class Missing(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
m = Missing(); print(m["a"], m, m.get("z"), "a" in m)
class L(list):
    def __init__(self, *a): super().__init__(a); self.tag = "t"
    def first(self): return self[0]
    def append(self, v): super().append(v * 2)
l = L(1, 2); l.append(3); print(l, l.first(), len(l), l.tag, isinstance(l, list), l + [1], l[1:], type(l[1:]).__name__, sorted(l), l == [1, 2, 6])
class I(int):
    def __new__(cls, v): return super().__new__(cls, v + 1)
    def double(self): return self * 2
print(I(4), I(4).double(), I(4) + 1, isinstance(I(1), int), type(I(1) + 1).__name__, [10, 20, 30][I(0)], f"{I(3):03d}", I(2) == 3, range(I(1)))
class St(str):
    def shout(self): return self.upper() + "!"
print(St("a").shout(), St("b") + "c", St("x") == "x", {St("k"): 1}["k"], len(St("abc")), type(St("a").lower()).__name__, isinstance(St("a"), str), f"{St('q'):>3}")
class Tup(tuple):
    def __new__(cls, a, b): return tuple.__new__(cls, (a, b))
    @property
    def a(self): return self[0]
print(Tup(1, 2), Tup(1, 2).a, len(Tup(3, 4)), Tup(1, 2) == (1, 2), [*Tup(5, 6)])
class Fl(float): pass
print(Fl(2.5) * 2, Fl("1.5"), isinstance(Fl(1), float), round(Fl(2.567), 1), int(Fl(3.9)))
