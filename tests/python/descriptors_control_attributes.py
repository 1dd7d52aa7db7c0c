class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = '_' + name
        print('named', owner.__name__, name)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.name, None)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'not {self.kind.__name__}')
        setattr(instance, self.name, value)


class Record:
    count = Typed(int)
    label = Typed(str)

    def __init__(self, count, label):
        self.count, self.label = count, label


r = Record(1, 'a')
r.count = 5
print(r.count, r.label, r.__dict__, isinstance(Record.count, Typed))
try:
    r.count = 'x'
except TypeError as error:
    print(error)


class Cached:
    def __init__(self, f):
        self.f = f

    def __get__(self, instance, owner):
        value = self.f(instance)
        instance.__dict__[self.f.__name__] = value
        return value


class Uses:
    calls = 0

    @Cached
    def value(self):
        Uses.calls += 1
        return 42


u = Uses()
print(u.value, u.value, Uses.calls)


class Base:
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        print('subclass', cls.__name__, tag)


class Child(Base, tag='x'):
    pass


class Grandchild(Child):
    pass


print(Child.tag, Grandchild.tag)
