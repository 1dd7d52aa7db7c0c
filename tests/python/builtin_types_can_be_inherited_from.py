class Names(list):
    def __init__(self, values, tag):
        super().__init__(v.upper() for v in values)
        self.tag = tag

    def first(self):
        return self[0]


class Upper(str):
    def __new__(cls, value):
        return super().__new__(cls, value.upper())

    def twice(self):
        return self + self


class Meters(float):
    def __add__(self, other):
        return Meters(float(self) + other)


class Even(int):
    def __new__(cls, value):
        return int.__new__(cls, value // 2 * 2)


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def second(self):
        return self[1]


class Defaults(dict):
    def __getitem__(self, key):
        return super().__getitem__(key) if key in self else 0


n = Names(['a', 'b'], 'tag')
n.append('c')
print(n, n.tag, n.first(), len(n), isinstance(n, list), n == ['A', 'B', 'c'], n[1:],
      type(n[1:]).__name__)
u = Upper('abc')
print(u, u.twice(), u.lower(), isinstance(u, str), u == 'ABC', {u: 1}['ABC'], len(u),
      type(u + 'x').__name__)
print(Meters(1.5) + 2, type(Meters(1) + 1).__name__, Even(7), Even(7) + 1, Pair(1, 2),
      Pair(1, 2).second, Pair(1, 2) == (1, 2))
d = Defaults(a=1)
d['b'] = 2
print(d['a'], d['zz'], d, sorted(d.items()), isinstance(d, dict))


class MyError(KeyError):
    pass


try:
    raise MyError('k')
except LookupError as error:
    print(type(error).__name__, error)
a, b = Pair(3, 4)
print(a, b, [x for x in Pair(5, 6)], (*Pair(7, 8),))
