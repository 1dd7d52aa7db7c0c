__module__ = 'functools'

# For each operator that a class may define, what the other three are in terms of it and `==`.
# A comparison that returns NotImplemented stays so.


def _negated(operator):
    def compare(self, other):
        result = getattr(type(self), operator)(self, other)
        return result if result is NotImplemented else not result
    return compare


def _or_equal(operator):
    def compare(self, other):
        result = getattr(type(self), operator)(self, other)
        return result if result is NotImplemented else result or self == other
    return compare


def _and_unequal(operator):
    def compare(self, other):
        result = getattr(type(self), operator)(self, other)
        return result if result is NotImplemented else result and self != other
    return compare


def _neither(operator):
    def compare(self, other):
        result = getattr(type(self), operator)(self, other)
        return result if result is NotImplemented else not result and self != other
    return compare


def _not_or_equal(operator):
    def compare(self, other):
        result = getattr(type(self), operator)(self, other)
        return result if result is NotImplemented else not result or self == other
    return compare


_DERIVED = {
    '__lt__': (('__gt__', _neither), ('__le__', _or_equal), ('__ge__', _negated)),
    '__le__': (('__ge__', _not_or_equal), ('__lt__', _and_unequal), ('__gt__', _negated)),
    '__gt__': (('__lt__', _neither), ('__ge__', _or_equal), ('__le__', _negated)),
    '__ge__': (('__le__', _not_or_equal), ('__gt__', _and_unequal), ('__lt__', _negated)),
}


def total_ordering(cls):
    defined = [name for name in _DERIVED
               if getattr(cls, name, None) is not getattr(object, name, None)]
    if not defined:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = next(name for name in ('__lt__', '__le__', '__gt__', '__ge__') if name in defined)
    for name, derive in _DERIVED[root]:
        if name not in defined:
            method = derive(root)
            method.__name__ = name
            setattr(cls, name, method)
    return cls


def cmp_to_key(mycmp):
    class K:
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return K
