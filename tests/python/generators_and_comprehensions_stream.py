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
print([(i, j) for i in range(3) for j in range(i) if (i + j) % 2], {k: v for k, v in zip("ab", range(2))}, {i % 3 for i in range(9)}, [[c for c in r] for r in ["ab", "cd"]], [y for x in [[1], [2, 3]] for y in x], [x if x % 2 else -x for x in range(4)], [i for i in range(10) if i % 2 if i > 4])
def fibo():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
import itertools
print(list(itertools.islice(fibo(), 8)), list(itertools.takewhile(lambda x: x < 20, fibo())), list(zip(fibo(), "abc")), next(x for x in fibo() if x > 50))
def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned")
c = cleanup(); next(c); c.close()
print(list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), list(enumerate("ab", 1)), list(zip([1, 2], "ab", (True, False))), list(reversed([1, 2])), sorted({"b": 1, "a": 2}), any(x > 2 for x in range(4)), all([]), list(itertools.chain([1], (2,), "3")), list(itertools.chain.from_iterable([[1], [2]])), list(itertools.product("ab", [1, 2])), list(itertools.combinations([1, 2, 3], 2)), list(itertools.permutations([1, 2], 2)), list(itertools.accumulate([1, 2, 3])), list(itertools.repeat(7, 2)), [(k, list(v)) for k, v in itertools.groupby("aabc")], list(itertools.zip_longest([1], [2, 3], fillvalue=0)), list(itertools.starmap(pow, [(2, 3)])), list(itertools.cycle([1, 2]).__next__() for _ in range(1)), list(itertools.dropwhile(lambda x: x < 2, [1, 2, 1])), list(itertools.compress("abc", [1, 0, 1])), list(itertools.pairwise([1, 2, 3])), next(itertools.count(5, 2)))
x = 5
print([x for x in range(2)], x, [(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
it = iter([1, 2, 3]); print(next(it), list(it), next(it, "end"), list(iter(lambda c=[3]: c.append(0) or len(c), 4)))
class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
print(list(Tree(1, Tree(2, Tree(3)), Tree(4))), (lambda *a: a)(*Tree(1, Tree(2))), tuple(x for x in Tree(1)), "".join(c for c in "abc"), [*range(3), *"ab"], [w for w in "a b".split() if (n := len(w)) == 1], n)
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
