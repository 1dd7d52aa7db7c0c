x = 1
del x
try:
    x
except NameError as error:
    print(error)
a, b = [1, 2, 3, 4], {'k': 1, 'm': 2}
del a[0], a[-1], b['k']
print(a, b)


class O:
    pass


o = O()
o.p = 1
del o.p
print(hasattr(o, 'p'))


def local():
    y = 1
    del y
    try:
        return y
    except UnboundLocalError:
        return 'unbound'


print(local())
