def kw(*, only): return only
def pos(a, b, /): return a - b
def many(a, b=2, *c, d, e=5, **f): return [a, b, c, d, e, f]
print(kw(only=1), pos(3, 1), many(1, d=4), many(1, 2, 3, d=4, z=6), many(*[1, 2, 3], **{"d": 1, "y": 2}))
