class Slots:
    __slots__ = ("x", "y")
    def __init__(self): self.x = 1
s = Slots()
print(s.x, hasattr(s, "y"))
