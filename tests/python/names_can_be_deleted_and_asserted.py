x = 1
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
