def shape(v):
    match v:
        case 0: return "zero"
        case int() | float() if v < 0: return "negative"
        case [x, y]: return f"pair {x} {y}"
        case [first, *rest]: return f"list {first} {len(rest)}"
        case {"type": t, **kw}: return f"dict {t} {sorted(kw)}"
        case str(s) if s: return s.upper()
        case None | True: return "none or true"
        case (): return "empty"
        case _: return "other"
for v in (0, -1, [1, 2], (1, 2, 3), {"type": "a", "k": 1}, "s", None, True, (), 7.5, ""):
    print(shape(v))
i = 0
while True:
    i += 1
    if i % 2: continue
    if i > 6: break
    print(i, end=" ")
else:
    print("no")
print()
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]:
    print(a + b + c)
else:
    print("done")
for i in range(3):
    for j in range(3):
        if j == 1: break
    else: continue
    print(i, j)
x = 5
print("big" if x > 3 else "small", x if x else None, "a" if x == 1 else "b" if x == 5 else "c")
while (n := x - 1) > 2:
    x = n
print(x, n)
if x == 1: pass
elif x in (2, 3): print("elif")
else: print("else")
del x
try: x
except NameError as e: print(e)
def f():
    try: y
    except NameError as e: print(type(e).__name__, e)
    y = 1
f()
assert True, "never"
try: assert [] , f"empty {1 + 1}"
except AssertionError as e: print(e)
l = [1, 2, 3, 4]
for v in l[:]:
    if v % 2: l.remove(v)
print(l); del l[0], l; print("l" in dir())
def g(a):
    if a: return
    return 5
print(g(1), g(0), [print(i, sep="", end=",") for i in range(3)])
print(1, 2, sep="-", end="!\n"); print(); print(*[1, 2], sep="\n"); print("a" "b", 'c' """d
e""")
a = 1; b = 2; (a, b) = (b, a); print(a, b); lst = [0] * 3; lst[0] += 5; lst[-1] -= 1; print(lst); a //= 1; a **= 3; a %= 5; a <<= 2; a |= 1; a &= 0xff; a ^= 2; a >>= 1; print(a)
type_ = {"k": [1]}; type_["k"][0] += 1; print(type_); s = "ab"; s *= 2; s += "c"; print(s); t = (1,); t += (2,); print(t)
x: int = 5; y: "list[int]"; print(x); lam = lambda *a, k=2, **kw: (a, k, kw); print(lam(1, k=3, z=4)); print((lambda: (yield))().__class__.__name__)
if (m := {"a": 1}.get("a")) is not None and m > 0: print("walrus", m)
print([y := 1, y ** 2], not None, 1 if [] else 2, 0 < 1 != 2 >= 2, (1 and 2 or 3), None is None, [] is not [], "a" in "abc" and "z" not in "abc")
