class Iter:
    def __init__(self, n): self.n = n
    def __iter__(self): self.i = 0; return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
print(list(Iter(3)), sum(Iter(4)), 2 in Iter(3), [*Iter(2)], dict(zip(Iter(2), "ab")), max(Iter(3)), sorted(Iter(3), reverse=True), tuple(Iter(1)), list(map(str, Iter(2))), " ".join(map(str, Iter(3))))
