class Cmp:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return NotImplemented if not isinstance(o, Cmp) else self.v == o.v
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f"Cmp({self.v})"
print(Cmp(1) == Cmp(1), Cmp(1) == 1, Cmp(1) != 2, {Cmp(1), Cmp(1)}, [Cmp(2)].index(Cmp(2)), Cmp(1) in [Cmp(1)])
