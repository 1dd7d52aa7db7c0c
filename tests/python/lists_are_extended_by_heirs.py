class L(list):
    def __init__(self, *a): super().__init__(a); self.tag = "t"
    def first(self): return self[0]
    def append(self, v): super().append(v * 2)
l = L(1, 2); l.append(3); print(l, l.first(), len(l), l.tag, isinstance(l, list), l + [1], l[1:], type(l[1:]).__name__, sorted(l), l == [1, 2, 6])
