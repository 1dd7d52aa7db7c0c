class Proxy:
    def __init__(self, target): self._t = target
    def __getattr__(self, k): return getattr(self._t, k)
print(Proxy([1, 2]).append, Proxy("x").upper()) if False else print(Proxy("x").upper(), Proxy([1, 2]).index(2))
