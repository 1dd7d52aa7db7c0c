class V:
    def __init__(self, *x): self.x = list(x)
    def __repr__(self): return f"V({', '.join(map(str, self.x))})"
    def __add__(self, o): return V(*[a + (o.x[i] if isinstance(o, V) else o) for i, a in enumerate(self.x)])
    def __radd__(self, o): return V(*[o + a for a in self.x])
    def __mul__(self, o): return V(*[a * o for a in self.x])
    __rmul__ = __mul__
    def __sub__(self, o): return NotImplemented
    def __rsub__(self, o): return "rsub"
    def __neg__(self): return V(*[-a for a in self.x])
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __lt__(self, o): return self.x < o.x
    def __hash__(self): return hash(tuple(self.x))
    def __len__(self): return len(self.x)
    def __getitem__(self, i): return V(*self.x[i]) if isinstance(i, slice) else self.x[i]
    def __setitem__(self, i, v): self.x[i] = v
    def __delitem__(self, i): del self.x[i]
    def __contains__(self, v): return v in self.x
    def __iter__(self): return iter(self.x)
    def __reversed__(self): return reversed(self.x)
    def __call__(self, *a, **k): return (a, k)
    def __bool__(self): return any(self.x)
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.x, o.x))
    def __abs__(self): return max(map(abs, self.x))
    def __int__(self): return int(self.x[0])
    def __float__(self): return float(self.x[0])
    def __index__(self): return int(self.x[0])
    def __iadd__(self, o): self.x.append(o); return self
    def __pow__(self, n): return V(*[a ** n for a in self.x])
    def __truediv__(self, n): return V(*[a / n for a in self.x])
    def __floordiv__(self, n): return V(*[a // n for a in self.x])
    def __mod__(self, n): return V(*[a % n for a in self.x])
    def __divmod__(self, n): return "divmod"
    def __invert__(self): return "inv"
    def __and__(self, o): return "and"
    def __or__(self, o): return "or"
    def __xor__(self, o): return "xor"
    def __lshift__(self, o): return "shl"
    def __rshift__(self, o): return "shr"
    def __format__(self, spec): return f"<{spec}>"
    def __round__(self, n=None): return ("round", n)
    def __str__(self): return "str V"
    def __enter__(self): return "in"
    def __exit__(self, *e): return True
v, w = V(1, 2, 3), V(4, 5, 6)
print(repr(v + w), repr(v + 1), repr(1 + v), repr(v * 2), repr(2 * v), 5 - v, repr(-v), v == V(1, 2, 3), v != w, v < w, w > v, hash(v) == hash(V(1, 2, 3)))
print(len(v), v[0], repr(v[1:]), 2 in v, 9 not in v, list(v), list(reversed(v)), v(1, k=2), bool(V(0)), v @ w, abs(V(-7, 2)), int(v), float(v), [10, 20][v], repr(v ** 2), repr(v / 2), repr(v // 2), repr(v % 2))
print(divmod(v, 2), ~v, v & w, v | w, v ^ w, v << 1, v >> 1, f"{v:abc} {v} {v!r}", format(v, "z"), round(v), round(v, 2), str(v), "%s %r" % (v, v), sorted([w, v])[0] is v, max(v, w) is w, sum([v, w], V(0, 0, 0)).x, {v: 1}[V(1, 2, 3)])
v[0] = 9
del v[1]
v += 7
print(v.x, [*v], dict(zip("abc", v)), tuple(v), (lambda a, *b: (a, b))(*v), min(v), 9 in set(v))
with v as inside:
    print(inside)
    raise ValueError
try:
    v - 1
except TypeError as e:
    print(e)
