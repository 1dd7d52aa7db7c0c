class Single:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, value):
        self.value = value


a, b = Single(1), Single(2)
print(a is b, a.value)


class Other:
    def __new__(cls, kind):
        return kind() if kind else object.__new__(cls)

    def __init__(self, kind):
        self.initialised = True


print(Other(list), Other(None).initialised)


class Slots:
    __slots__ = ('x', 'y')

    def __init__(self):
        self.x = 1


print(Slots().x, hasattr(Slots(), 'y'))


class NeedsArguments:
    def __init__(self, a, b):
        pass


try:
    NeedsArguments(1)
except TypeError as error:
    print(type(error).__name__)


class Prefilled:
    def __new__(cls):
        self = super().__new__(cls)
        self.early = 1
        return self

    def __init__(self):
        self.late = self.early + 1


print(Prefilled().__dict__, object.__new__(Prefilled).__dict__ == {'early': 1})
