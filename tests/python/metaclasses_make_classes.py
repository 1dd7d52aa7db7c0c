class Meta(type):
    registry = []

    def __new__(mcls, name, bases, namespace, **kw):
        namespace['added'] = name.lower()
        cls = super().__new__(mcls, name, bases, namespace)
        mcls.registry.append(name)
        return cls

    def __init__(cls, name, bases, namespace, flag=False):
        super().__init__(name, bases, namespace)
        cls.flag = flag

    def __call__(cls, *args):
        obj = super().__call__(*args)
        obj.made_by = 'Meta'
        return obj

    def __iter__(cls):
        return iter(['i', cls.__name__])

    def __getitem__(cls, key):
        return cls.__name__, key

    def __len__(cls):
        return 3

    def __contains__(cls, x):
        return x == 'in'

    def __instancecheck__(cls, instance):
        return instance == 'duck' or super().__instancecheck__(instance)

    def shout(cls):
        return cls.__name__.upper()

    @property
    def label(cls):
        return 'label of ' + cls.__name__


class Base(metaclass=Meta):
    def __init__(self, x=0):
        self.x = x


class Child(Base, flag=True):
    pass


print(Meta.registry, Child.added, Base.flag, Child.flag, Child(5).x, Child().made_by, list(Base),
      Child['k'], len(Base))
print('in' in Base, isinstance('duck', Base), isinstance(Child(), Base), isinstance(3, Base),
      Child.shout(), Base.label)
print(type(Base) is Meta, type(Child).__name__, isinstance(Base, type), hasattr(Child(), 'shout'))
Dynamic = type('Dynamic', (Base,), {'y': 7, 'method': lambda self: self.y})
print(Dynamic().method(), Dynamic.__name__, Meta.registry[-1],
      type('Plain', (), {})().__class__.__name__)
