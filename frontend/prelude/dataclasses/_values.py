# Conversions of instances.

from copy import deepcopy

from ._fields import MISSING, fields, is_dataclass_instance

__module__ = 'dataclasses'


def _is_named_tuple(obj):
    return isinstance(obj, tuple) and hasattr(obj, '_fields')


def _convert(obj, convert_instance):
    """Rebuilds containers around converted instances; everything else is copied."""
    if is_dataclass_instance(obj):
        return convert_instance(obj)
    if _is_named_tuple(obj):
        return type(obj)(*[_convert(value, convert_instance) for value in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_convert(value, convert_instance) for value in obj])
    if isinstance(obj, dict):
        pairs = [(_convert(key, convert_instance), _convert(value, convert_instance))
                 for key, value in obj.items()]
        if hasattr(type(obj), 'default_factory') or hasattr(obj, 'default_factory'):
            result = type(obj)(obj.default_factory)
            for key, value in pairs:
                result[key] = value
            return result
        return type(obj)(pairs)
    return deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    if not is_dataclass_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')

    def convert_instance(instance):
        return dict_factory([(f.name, _convert(getattr(instance, f.name), convert_instance))
                             for f in fields(instance)])

    return convert_instance(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not is_dataclass_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')

    def convert_instance(instance):
        return tuple_factory([_convert(getattr(instance, f.name), convert_instance)
                              for f in fields(instance)])

    return convert_instance(obj)


def replace(obj, /, **changes):
    if not is_dataclass_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in obj.__dataclass_fields__.values():
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False, it cannot be '
                                 'specified with replace()')
        elif f.name not in changes:
            if f._init_only and f.default is MISSING:
                raise ValueError(f'InitVar {f.name!r} must be specified with replace()')
            if not f._init_only:
                changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
