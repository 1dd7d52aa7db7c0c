class A:
    v = 1
    def get(self): return self.v
    def set(self): self.v = 2
a, b = A(), A(); a.set(); print(a.get(), b.get(), A.v); A.v = 5; print(a.v, b.v)
