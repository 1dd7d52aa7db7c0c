class Config(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)
    def __setattr__(self, name, value): self[name] = value
    def __delattr__(self, name): del self[name]
c = Config(a=1, b=Config(c=2))
c.d = 3
print(c.a, c.b.c, c, hasattr(c, "z"), getattr(c, "z", "none"), c.get("d"), "d" in c)
del c.d
print(c, list(c), c.copy() == {"a": 1, "b": {"c": 2}}, type(c).__name__, isinstance(c, dict))
