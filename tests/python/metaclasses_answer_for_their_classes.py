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
