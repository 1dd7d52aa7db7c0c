def gen(n):
    total = 0
    for i in range(n):
        got = yield i
        if got: total += got
    return total
g = gen(3); print(next(g), g.send(5), g.send(7), list(g))
def outer():
    r = yield from gen(2)
    yield ("r", r)
print(list(outer()), sum(x * x for x in range(4)), [x for x in gen(3)], dict((i, i * i) for i in range(3)), set(i % 2 for i in range(5)), max((len(w), w) for w in ["a", "bbb", "cc"]))
