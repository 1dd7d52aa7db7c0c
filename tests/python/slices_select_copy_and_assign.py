a = list(range(10))
print(a[2:5], a[:3], a[-3:], a[::2], a[::-1], a[8:2:-2], a[5:2], a[100:], a[-100:2])
b = a[:]
b[2:4] = ['x']
b[:0] = ['start']
b[len(b):] = ['end']
print(b, a)
c = list(range(6))
c[::2] = [0, 0, 0]
del c[1:3]
print(c)
del c[-1], c[0]
print(c, 'hello'[1:4], 'hello'[::-1], (1, 2, 3)[1:], b'abc'[1:], slice(1, 10, 2).indices(5))
try:
    c[::2] = [1, 2, 3, 4]
except ValueError as error:
    print(error)


class Shows:
    def __getitem__(self, key):
        return key


s = Shows()
print(s[1], s[1:2], s[1, 2], s[..., None, ::2], s[()], s[1:2, 3])
