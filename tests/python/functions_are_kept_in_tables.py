def f(a, b=1):
    return a


class C:
    def m(self):
        pass


c = C()
fs = {"a": f, "m": c.m, "len": len, "cls": C}
print([k for k, v in fs.items() if callable(v)], fs["len"]([1]), fs["cls"]().m() is None, (f if True else None)(3), [len, max][1](1, 2), (lambda x: lambda y: x + y)(1)(2))
