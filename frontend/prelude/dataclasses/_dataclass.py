# The decorator. The methods are closures over the fields rather than generated text.

from abc import update_abstractmethods
from _python import class_namespace

from ._fields import MISSING, FrozenInstanceError, fields, own_fields
from ._init import make_init

__module__ = 'dataclasses'


class _Params:
    """The flags that a class was made with."""

    def __init__(self, **flags):
        self.__dict__.update(flags)

    def __repr__(self):
        flags = ','.join(f'{name}={value!r}' for name, value in self.__dict__.items())
        return f'_DataclassParams({flags})'


def _make_repr(shown):
    running = []

    def __repr__(self):
        if any(other is self for other in running):
            return '...'
        running.append(self)
        try:
            values = ', '.join(f'{name}={getattr(self, name)!r}' for name in shown)
        finally:
            running.pop()
        return f'{self.__class__.__qualname__}({values})'

    return __repr__


def _values(obj, names):
    return tuple(getattr(obj, name) for name in names)


def _make_eq(names):
    def __eq__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self, names) == _values(other, names)

    return __eq__


_ORDER = {
    '__lt__': lambda a, b: a < b,
    '__le__': lambda a, b: a <= b,
    '__gt__': lambda a, b: a > b,
    '__ge__': lambda a, b: a >= b,
}


def _make_order(compare, names):
    def method(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compare(_values(self, names), _values(other, names))

    return method


def _make_hash(names):
    def __hash__(self):
        return hash(_values(self, names))

    return __hash__


def _make_frozen(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _define(cls, name, function):
    function.__name__ = name
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    setattr(cls, name, function)


def _set_hash(cls, namespace, params, hashed):
    """https://docs.python.org/3/library/dataclasses.html: the table under `unsafe_hash`."""
    own = namespace.get('__hash__', MISSING)
    explicit = own is not MISSING and not (own is None and '__eq__' in namespace)
    if params.unsafe_hash:
        if explicit:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        _define(cls, '__hash__', _make_hash(hashed))
    elif params.eq and not explicit:
        if params.frozen:
            _define(cls, '__hash__', _make_hash(hashed))
        else:
            cls.__hash__ = None


def _collect(cls, kw_only, frozen):
    """All fields by name, those of the bases first."""
    collected = {}
    bases = [base for base in cls.__mro__[-1:0:-1] if '__dataclass_fields__' in base.__dict__]
    for base in bases:
        for f in base.__dataclass_fields__.values():
            collected[f.name] = f
    base_frozen = [base.__dataclass_params__.frozen for base in bases]
    annotations = cls.__dict__.get('__annotations__', {})
    for f in own_fields(cls, annotations, kw_only):
        collected[f.name] = f
    if base_frozen:
        if any(base_frozen) and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not all(base_frozen) and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    return collected


def _process(cls, params):
    namespace = class_namespace(cls)
    collected = _collect(cls, params.kw_only, params.frozen)
    cls.__dataclass_fields__ = collected
    cls.__dataclass_params__ = params
    real = fields(cls)
    if params.init:
        _define(cls, '__init__', make_init(cls, list(collected.values())))
    if params.repr and '__repr__' not in namespace:
        _define(cls, '__repr__', _make_repr([f.name for f in real if f.repr]))
    compared = [f.name for f in real if f.compare]
    if params.eq and '__eq__' not in namespace:
        _define(cls, '__eq__', _make_eq(compared))
    if params.order:
        if not params.eq:
            raise ValueError('eq must be true if order is true')
        for name, compare in _ORDER.items():
            if name in namespace:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. '
                                'Consider using functools.total_ordering')
            _define(cls, name, _make_order(compare, compared))
    if params.frozen:
        for name, method in zip(('__setattr__', '__delattr__'),
                                _make_frozen(cls, [f.name for f in real])):
            if name in namespace:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
            _define(cls, name, method)
    _set_hash(cls, namespace, params,
              [f.name for f in real if (f.compare if f.hash is None else f.hash)])
    if params.match_args and '__match_args__' not in namespace:
        cls.__match_args__ = tuple(f.name for f in collected.values() if f.init and not f.kw_only)
    return update_abstractmethods(cls)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    params = _Params(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)
    return (lambda cls: _process(cls, params)) if cls is None else _process(cls, params)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False):
    body = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            item = (item, 'typing.Any')
        annotations[item[0]] = item[1]
        if len(item) == 3:
            body[item[0]] = item[2]
    body['__annotations__'] = annotations
    metaclass = type(bases[0]) if bases else type
    return dataclass(metaclass(cls_name, bases, body), init=init, repr=repr, eq=eq, order=order,
                     unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
                     kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
