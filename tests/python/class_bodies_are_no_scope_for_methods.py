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
