class Outer:
    LIMIT = 3
    class Inner:
        def go(self): return Outer.LIMIT
    def make(self): return self.Inner()
    @classmethod
    def from_dict(cls, d): return cls(**d) if d else cls()
    nums = [i * 2 for i in range(LIMIT)]
    table = {k: v for k, v in zip("ab", nums)}
print(Outer().make().go(), Outer.Inner.__qualname__, Outer.nums, Outer.table, type(Outer.from_dict({})).__name__, Outer.Inner.__name__)
