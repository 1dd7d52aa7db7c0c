class A:
    def __init__(self, *args, **kwargs):
        print("A", args, kwargs)
        self.a = 1
    def who(self): return "A"
    @classmethod
    def make(cls): return cls.__name__ + "/A"
    @property
    def value(self): return 10
class B(A):
    def __init__(self, x, **kwargs):
        super().__init__(x, **kwargs)
        self.b = x
    def who(self): return "B" + super().who()
    @classmethod
    def make(cls): return super().make() + "/B"
    @property
    def value(self): return super().value + 1
class C(A):
    def who(self): return "C" + super(C, self).who()
class D(B, C):
    def __init__(self):
        super(D, self).__init__(5, k=1)
    def who(self):
        f = lambda: super(D, self).who()
        return "D" + f()
    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name[4:]
        raise AttributeError(f"no {name}")
    def up(self, name):
        return getattr(super(), name)()
d = D()
print(d.who(), D.make(), d.value, [c.__name__ for c in D.__mro__], d.dyn_x, hasattr(d, "other"), d.up("who"))
print(isinstance(d, C), issubclass(D, A), D.__bases__, super(B, d).who(), D.__name__, type(d) is D, A.who(d))
try:
    class E(A, B): pass
except TypeError as e:
    print("TypeError", str(e).split("\n")[0][:50])
class Comp(A):
    def __init__(self):
        self.list = [super(Comp, self).who() for _ in range(2)]
print(Comp().list)
