__module__ = 'typing'


class _TypedDictMeta(type):
    """Classes whose calls give plain dicts; they only describe keys."""

    def __new__(mcls, name, bases, namespace, total=True, **kwargs):
        own = dict(namespace.get('__annotations__', {}))
        cls = super().__new__(mcls, name, (dict,) if bases else (), namespace)
        keys = {}
        required = set()
        for base in bases:
            keys.update(getattr(base, '__annotations__', {}))
            required |= getattr(base, '__required_keys__', frozenset())
        keys.update(own)
        if total:
            required |= {key for key, hint in own.items() if 'NotRequired' not in str(hint)}
        else:
            required |= {key for key, hint in own.items() if str(hint).startswith('Required')}
        cls.__annotations__ = keys
        cls.__required_keys__ = frozenset(required)
        cls.__optional_keys__ = frozenset(key for key in keys if key not in required)
        cls.__total__ = total
        return cls

    def __call__(cls, *args, **kwargs):
        if cls is TypedDict:
            return _functional(*args, **kwargs)
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    def __subclasscheck__(cls, subclass):
        raise TypeError('TypedDict does not support instance and class checks')


class TypedDict(metaclass=_TypedDictMeta):
    pass


def _functional(typename, fields=(), /, *, total=True, **kwargs):
    keys = dict(fields) or kwargs
    return _TypedDictMeta(typename, (TypedDict,), {'__annotations__': keys}, total=total)


def is_typeddict(tp):
    return type(tp) is _TypedDictMeta
