t = (1, 2, 2); print(t.count(2), t.index(2), t + (3,), t * 2, t[::-1], (1,), (), tuple([1]), len(t), t == (1, 2, 2), hash(t) == hash((1, 2, 2)), 2 in t, max(t), sum(t), t[-1], t[:2])
