x = 'module'


def reads():
    return x


def writes():
    x = 'local'
    return x


def declares():
    global x
    x = 'changed'
    return x


def outer():
    x = 'outer'

    def inner():
        nonlocal x
        x = 'inner'

    inner()
    return x


def too_early():
    try:
        print(y)
    except UnboundLocalError as error:
        print(type(error).__name__)
    y = 1
    return y


print(reads(), writes(), x, outer(), x, declares(), x, too_early())
try:
    print(never_bound)
except NameError as error:
    print(error)
