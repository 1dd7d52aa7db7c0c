from collections import namedtuple

import _python

__module__ = 'typing'

_OWN = ('__module__', '__qualname__', '__annotations__', '__doc__', '__classcell__', '__dict__',
        '__weakref__', '__orig_bases__')
_RESERVED = ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
             '_make', '_replace', '_asdict')


def _class_from(name, annotations, namespace):
    """The named tuple of a class body."""
    fields = list(annotations)
    defaults = []
    for field in fields:
        if field in namespace:
            defaults.append(namespace[field])
        elif defaults:
            raise TypeError(f'Non-default namedtuple field {field} cannot follow default field '
                            f'{fields[len(defaults) - 1]}')
    cls = namedtuple(name, fields, defaults=defaults)
    cls.__annotations__ = dict(annotations)
    for key, value in namespace.items():
        if key in _RESERVED:
            raise AttributeError(f'Cannot overwrite NamedTuple attribute {key}')
        if key in ('__module__', '__qualname__', '__doc__') and value is not None:
            _python.set_class_attribute(cls, key, value)
        elif key not in _OWN and key not in annotations:
            _python.set_class_attribute(cls, key, value)
            hook = getattr(type(value), '__set_name__', None)
            if hook is not None:
                hook(value, cls, key)
    return cls


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace, **kwargs):
        if not any(isinstance(base, _NamedTupleMeta) for base in bases):
            return super().__new__(mcls, name, bases, namespace)
        return _class_from(name, namespace.get('__annotations__', {}), namespace)

    def __call__(cls, typename, fields=(), /, **kwargs):
        pairs = list(fields) or list(kwargs.items())
        made = namedtuple(typename, [name for name, _ in pairs])
        made.__annotations__ = dict(pairs)
        return made


class NamedTuple(metaclass=_NamedTupleMeta):
    """`class Point(NamedTuple): x: int` makes a named tuple; it is no base of the result."""
