x = "global"


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
