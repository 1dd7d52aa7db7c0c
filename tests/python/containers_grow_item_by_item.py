y = [1]
y.extend(y[-1] + i for i in range(3))
print(y)
y += (y[-1] * 2 for _ in range(2))
print(y)
y[len(y):] = (len(y) for _ in range(2))
print(y)
d = {}
d.update((k, len(d)) for k in 'abc')
print(d)
s = {0}
s.update(len(s) for _ in range(3))
print(s)
from collections import deque
q = deque([1]); q.extend(q[-1] + 1 for _ in range(3)); print(list(q))
z = [1, 2]
z.extend(z)
print(z)
import itertools
w=[1]
w.extend(map(lambda i: w[-1] + i, [1, 1, 1])); print(w)
b = bytearray(b'a') if False else None
t = [5]
try:
    t.extend(1 // (3 - len(t)) for _ in range(5))
except ZeroDivisionError:
    print(t)
a = [0]
a.extend(iter(a)) if False else None
l = sorted((len(y) for _ in range(2)))
print(l)
class L(list): pass
m = L([1]); m.extend(m[-1]+1 for _ in range(2)); print(m)
