class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class ByIndex:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10


c = Countdown(3)
print(list(c), list(c), list(Countdown(2)), 1 in Countdown(3), sum(Countdown(4)), list(ByIndex()),
      20 in ByIndex())
a, b = Countdown(2)
print(a, b, max(Countdown(5)), list(zip(Countdown(3), 'abc')), list(map(str, Countdown(2))),
      sorted(Countdown(3)))
it = iter([1, 2, 3])
print(next(it), list(it), next(it, None), iter(it) is it)
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)))
