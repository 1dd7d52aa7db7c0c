a = b = [1]
a += [2]
print(a, b, a is b)
a = a + [3]
print(a, b, a is b)
t = u = (1,)
t += (2,)
print(t, u)
x = 5
x += 1
x -= 2
x *= 3
x //= 5
x **= 3
x %= 5
x /= 2
print(x)
s = 'a'
s += 'b'
s *= 2
print(s)
d = {'k': [1]}
d['k'] += [2]
d['n'] = d.get('n', 0) + 1
print(d)


class Box:
    total = 0


box = Box()
box.total += 5
print(box.total, Box.total)


class Adds:
    def __init__(self, v):
        self.v = v

    def __iadd__(self, other):
        self.v.append(other)
        return self


one = two = Adds([])
one += 3
print(two.v, one is two)
