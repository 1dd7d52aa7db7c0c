class Config(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)
    def __setattr__(self, name, value): self[name] = value
    def __delattr__(self, name): del self[name]
c = Config(a=1, b=Config(c=2))
c.d = 3
print(c.a, c.b.c, c, hasattr(c, "z"), getattr(c, "z", "none"), c.get("d"), "d" in c)
del c.d
print(c, list(c), c.copy() == {"a": 1, "b": {"c": 2}}, type(c).__name__, isinstance(c, dict))
class Slots:
    __slots__ = ("x", "y")
    def __init__(self): self.x = 1
s = Slots()
print(s.x, hasattr(s, "y"))
class Watch:
    def __init__(self): object.__setattr__(self, "log", [])
    def __setattr__(self, k, v):
        self.log.append(k)
        super().__setattr__(k, v)
    def __getattribute__(self, k):
        if k == "secret": return 42
        return super().__getattribute__(k)
w = Watch(); w.a = 1; w.b = 2; setattr(w, "c", 3)
print(w.log, w.secret, w.__dict__, vars(w)["a"], sorted(k for k in dir(w) if not k.startswith("_")))
delattr(w, "a")
print(hasattr(w, "a"), getattr(w, "b"), w.__class__.__name__)
class Proxy:
    def __init__(self, target): self._t = target
    def __getattr__(self, k): return getattr(self._t, k)
print(Proxy([1, 2]).append, Proxy("x").upper()) if False else print(Proxy("x").upper(), Proxy([1, 2]).index(2))
class Cls:
    count = 0
    def __init__(self): Cls.count += 1; type(self).last = self
Cls(); k = Cls()
print(Cls.count, Cls.last is k, k.count, Cls.__dict__["count"], "count" in vars(Cls))
try:
    k.zzz
except AttributeError as e:
    print(e, e.name if hasattr(e, "name") and e.name else "zzz")
try:
    Cls.qqq
except AttributeError as e:
    print(e)
