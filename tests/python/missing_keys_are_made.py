class Missing(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
m = Missing(); print(m["a"], m, m.get("z"), "a" in m)
