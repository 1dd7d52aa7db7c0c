fns = []
for i in range(3):
    def fn(j=i): return (i, j)
    fns.append(fn)
print([q() for q in fns], i)
print([i for i in range(2)], i, {i: i for i in "ab"}, i, (lambda i: i)(9), i)
def rec(n): return 1 if n < 2 else n * rec(n - 1)
print(rec(10), (lambda s, n: s(s, n))(lambda s, n: 1 if n < 2 else n * s(s, n - 1), 5))
