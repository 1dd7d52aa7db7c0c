a, b = 1, 2
a, b = b, a
print(a, b)
first, *rest = [1, 2, 3]
*init, last = 'abc'
head, *middle, tail = range(5)
(x, (y, z)), w = (1, [2, 3]), 4
print(first, rest, init, last, head, middle, tail, x, y, z, w)
[p, q] = {'k': 1, 'm': 2}
print(p, q)
i = j = []
i.append(1)
print(j, i is j)
for k, (m, n) in [(1, (2, 3)), (4, (5, 6))]:
    print(k, m, n)
d = {}
d['x'], d['y'] = 1, 2
print(d, [*range(3), *'ab'], {**d, 'x': 9}, (*d, 0), {*[1, 1]})
for values in ([1], [1, 2, 3]):
    try:
        a, b = values
    except ValueError as error:
        print(error)
