def gen(n):
    for i in range(n):
        yield i
    return n


try:
    g = gen(1); next(g); next(g)
except StopIteration as e:
    print("stop", e.value)
def g3():
    try:
        yield 1
    except ValueError as e:
        yield f"got {e}"
g = g3(); next(g); print(g.throw(ValueError("v")))
