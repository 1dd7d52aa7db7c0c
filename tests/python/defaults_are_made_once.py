def append(x, to=[]):
    to.append(x)
    return to


print(append(1), append(2), append(3, []), append(4))
n = 1


def late(x=n):
    return x


n = 2
print(late(), late(n))


def fresh(x, to=None):
    to = [] if to is None else to
    to.append(x)
    return to


print(fresh(1), fresh(2))
