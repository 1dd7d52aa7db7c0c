from functools import cmp_to_key, singledispatch, total_ordering


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a == b, a != b, max(a, b).n)
print(sorted([3, 1, 2], key=cmp_to_key(lambda x, y: y - x)))


@singledispatch
def show(value):
    return f'something {value}'


@show.register
def _(value: int):
    return f'int {value}'


@show.register(list)
@show.register(tuple)
def _(value):
    return f'sequence of {len(value)}'


print(show(1), show([1]), show((1, 2)), show('x'), show(True), show.dispatch(int)(5))
