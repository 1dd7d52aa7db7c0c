class I(int):
    def __new__(cls, v): return super().__new__(cls, v + 1)
    def double(self): return self * 2
print(I(4), I(4).double(), I(4) + 1, isinstance(I(1), int), type(I(1) + 1).__name__, [10, 20, 30][I(0)], f"{I(3):03d}", I(2) == 3, range(I(1)))
