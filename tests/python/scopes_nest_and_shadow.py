x = "global"
def f():
    x = "local"
    class C:
        x = "class"
        def m(self): return x
        y = [x for _ in range(1)]
        z = x
    return C().m(), C.x, C.y, C.z
print(f())
def g():
    print(x)
def h():
    global x, new
    x = "changed"; new = 1
g(); h(); g(); print(new)
def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        def again():
            nonlocal n
            n += 10
            return n
        return again()
    return up, lambda: n
up, get = counter(); print(up(), up(), get())
fns = []
for i in range(3):
    def fn(j=i): return (i, j)
    fns.append(fn)
print([q() for q in fns], i)
print([i for i in range(2)], i, {i: i for i in "ab"}, i, (lambda i: i)(9), i)
def rec(n): return 1 if n < 2 else n * rec(n - 1)
print(rec(10), (lambda s, n: s(s, n))(lambda s, n: 1 if n < 2 else n * s(s, n - 1), 5))
def use_before():
    try:
        print(late)
    except UnboundLocalError as e: print(e)
    late = 1
use_before()
def shadow(list): return list
print(shadow(3), list((1,)))
try:
    exec_name
except NameError as e: print(e)
def deleter():
    v = 1
    del v
    try: return v
    except UnboundLocalError as e: return str(e)
print(deleter())
def loops():
    for k in []: pass
    try: return k
    except UnboundLocalError: return "unbound"
print(loops(), [(lambda: y)() for y in range(2)], [z for z in [1, 2] if (w := z) > 1], w)
class A:
    v = 1
    def get(self): return self.v
    def set(self): self.v = 2
a, b = A(), A(); a.set(); print(a.get(), b.get(), A.v); A.v = 5; print(a.v, b.v)
def kw(*, only): return only
def pos(a, b, /): return a - b
def many(a, b=2, *c, d, e=5, **f): return [a, b, c, d, e, f]
print(kw(only=1), pos(3, 1), many(1, d=4), many(1, 2, 3, d=4, z=6), many(*[1, 2, 3], **{"d": 1, "y": 2}))
if True:
    def cond(): return "then"
else:
    def cond(): return "else"
print(cond()); __private = 3; print(__private, globals()["x"], "f" in globals(), "nope" in globals())
try:
    raise ValueError("gone")
except ValueError as err:
    keep = err
print(str(keep))
with open(__file__) as fh: first = fh.readline()
