x = 5
print([x for x in range(2)], x, [(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
it = iter([1, 2, 3]); print(next(it), list(it), next(it, "end"), list(iter(lambda c=[3]: c.append(0) or len(c), 4)))
class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
print(list(Tree(1, Tree(2, Tree(3)), Tree(4))), (lambda *a: a)(*Tree(1, Tree(2))), tuple(x for x in Tree(1)), "".join(c for c in "abc"), [*range(3), *"ab"], [w for w in "a b".split() if (n := len(w)) == 1], n)
