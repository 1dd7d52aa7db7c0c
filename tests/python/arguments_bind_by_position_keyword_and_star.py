def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


print(f(1, c=3), f(1, 5, 6, 7, c=3, e=9), f(*(1, 2), **{'c': 3, 'z': 0}))
print(f(c=1, a=2), f(1, *[2], *[3, 4], c=5, **{'d': 6}, **{'x': 7}))


def g(a, b, /, c, *, d):
    return a, b, c, d


print(g(1, 2, 3, d=4), g(1, 2, c=3, d=4))
for call in (lambda: f(1), lambda: g(1, b=2, c=3, d=4), lambda: g(1, 2, 3, 4),
             lambda: f(1, c=1, a=2), lambda: (lambda x: x)(),
             lambda: (lambda x: x)(1, 2), lambda: (lambda x: x)(y=1)):
    try:
        print(call())
    except TypeError as error:
        print(type(error).__name__)
