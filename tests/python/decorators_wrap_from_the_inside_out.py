def shout(f):
    print('decorating', f.__name__)

    def wrapper(*args):
        return f(*args).upper()
    return wrapper


def times(n):
    def decorate(f):
        return lambda *args: f(*args) * n
    return decorate


@times(2)
@shout
def greet(name):
    return 'hi ' + name


print(greet('bob'))
registry = {}


def register(cls):
    registry[cls.__name__] = cls
    cls.registered = True
    return cls


@register
class Thing:
    @staticmethod
    def static(x):
        return x

    @classmethod
    def make(cls):
        return cls.__name__


class Counted:
    def __init__(self, f):
        self.f, self.calls = f, 0

    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)


@Counted
def add(a, b):
    return a + b


print(add(1, 2), add(3, 4), add.calls, list(registry), Thing.static(3), Thing().make(),
      Thing.registered)
