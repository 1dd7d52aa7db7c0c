class Vector:
    def __init__(self, *values):
        self.values = values

    def __add__(self, other):
        if isinstance(other, Vector):
            return Vector(*(a + b for a, b in zip(self.values, other.values)))
        return NotImplemented

    def __mul__(self, k):
        return Vector(*(v * k for v in self.values))

    __rmul__ = __mul__

    def __radd__(self, other):
        return ('radd', other)

    def __neg__(self):
        return self * -1

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.values, other.values))

    def __eq__(self, other):
        return isinstance(other, Vector) and self.values == other.values

    def __hash__(self):
        return hash(self.values)

    def __lt__(self, other):
        return self.values < other.values

    def __len__(self):
        return len(self.values)

    def __getitem__(self, i):
        return self.values[i]

    def __contains__(self, v):
        return v in self.values

    def __bool__(self):
        return any(self.values)

    def __abs__(self):
        return sum(v * v for v in self.values) ** 0.5

    def __call__(self, *args):
        return self.values, args

    def __repr__(self):
        return f'Vector{self.values}'

    def __format__(self, spec):
        return f'<{spec}>'

    def __int__(self):
        return 7

    def __index__(self):
        return 1

    def __invert__(self):
        return 'inverted'

    def __truediv__(self, k):
        return 'div', k

    def __rtruediv__(self, k):
        return 'rdiv', k

    def __pow__(self, k):
        return 'pow', k

    def __divmod__(self, k):
        return 'divmod', k


v, w = Vector(1, 2), Vector(3, 4)
print(v + w, v * 3, 3 * v, -v, v @ w, v == Vector(1, 2), v != w, v < w, w > v, sorted([w, v]))
print(5 + v, len(v), v[0], v[-1], 2 in v, bool(Vector(0)), abs(w), v(1, 2), f'{v:spec}', f'{v}',
      str(v), [v])
print(int(v), [10, 20][v], ~v, v / 2, 2 / v, v ** 2, divmod(v, 3), {v: 1}[Vector(1, 2)], list(v),
      sum([v[0], v[1]]))
try:
    v + 3
except TypeError as error:
    print(type(error).__name__)
v += w
print(v)
