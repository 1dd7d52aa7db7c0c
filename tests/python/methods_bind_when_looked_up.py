class A:
    def method(self):
        return 'method', self.tag

    @classmethod
    def klass(cls):
        return 'klass', cls.__name__

    @staticmethod
    def static(x=1):
        return 'static', x

    tag = 'a'


class B(A):
    tag = 'b'


a, b = A(), B()
print(a.method(), A.method(b), B.klass(), b.klass(), A.static(), b.static(5))
m = b.method
print(m(), m.__self__ is b, m.__func__ is A.method, A.__dict__['static'].__func__(9))
a.free = lambda: 'no self'
print(a.free())
A.later = lambda self, x: (self.tag, x)
print(b.later(3), list(map(b.later, 'xy')))


def outside(self):
    return self.tag * 2


B.outside = outside
b.bound = outside.__get__(b)
print(b.outside(), b.bound())


class Nested:
    class Inner:
        value = 1

        def get(self):
            return self.value

    def make(self):
        return self.Inner()


print(Nested().make().get(), Nested.Inner.__qualname__, a.method == a.method,
      [f() for f in (a.method, b.method)])
