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
