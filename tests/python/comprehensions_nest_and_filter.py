print([x * y for x in range(3) for y in range(x)], [[j for j in range(i)] for i in range(3)])
print([x for x in range(20) if x % 2 if x % 3], {x: x ** 2 for x in (1, 2)},
      sorted({len(w) for w in ('a', 'bb', 'c')}))
print([a if a else '-' for a in (0, 1)], [(i, c) for i, c in enumerate('ab')], [y := 3, y ** 2])
x = 'kept'
print([x for x in range(3)], x)
matrix = [[1, 2], [3, 4]]
print([list(row) for row in zip(*matrix)], [v for row in matrix for v in row])
print(sum(x for x in range(4)), max((len(s), s) for s in ('a', 'bbb')),
      ','.join(str(i) for i in range(3)))


class Scope:
    n = 3
    items = [i for i in range(n)]


print(Scope.items)
