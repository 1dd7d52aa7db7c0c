class A:
    def who(self):
        return ['A']

    def hello(self):
        return 'hello from ' + self.name()

    def name(self):
        return 'A'


class B(A):
    def who(self):
        return ['B'] + super().who()

    def name(self):
        return 'B'


class C(A):
    def who(self):
        return ['C'] + super().who()


class D(B, C):
    def who(self):
        return ['D'] + super().who()


d = D()
print(d.who(), d.hello(), [c.__name__ for c in D.__mro__], D.__bases__ == (B, C))
print(isinstance(d, A), issubclass(D, C), issubclass(B, C), super(B, d).who(), B.who(d))


class E(D):
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        self.made = True

    @classmethod
    def create(cls):
        return cls()

    @classmethod
    def label(cls):
        return 'E'


class F(E):
    @classmethod
    def label(cls):
        return 'F' + super().label()


print(E.create().made, F.create().who(), F.label(), type(F.create()).__name__)
try:
    class Broken(A, B):
        pass
except TypeError as error:
    print('no consistent order')
try:
    class NoInit:
        pass
    NoInit(1)
except TypeError as error:
    print('takes no arguments')
