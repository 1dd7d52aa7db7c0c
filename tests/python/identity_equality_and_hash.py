class Plain:
    pass


class ByValue:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return isinstance(other, ByValue) and self.v == other.v

    def __hash__(self):
        return hash(self.v)


class NoHash:
    def __eq__(self, other):
        return True


p = Plain()
print(p == p, Plain() == Plain(), p != Plain(), {p: 1}[p], p in [p], p in [Plain()])
print(ByValue(1) == ByValue(1), ByValue(1) is ByValue(1), len({ByValue(1), ByValue(1)}),
      ByValue(1) in [ByValue(1)], ByValue(1) != 1)
try:
    {NoHash()}
except TypeError as error:
    print(error)
a = b = [1]
print(a is b, a is [1], a == [1], None is None, [a, b][0] is a, (1, 'a') == (1, 'a'),
      hash((1, 2)) == hash((1, 2)))
nan = float('nan')
print(nan == nan, nan != nan, nan is nan)
