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
