# What a data class knows about its fields, and how it learns it from a class body.

from types import MappingProxyType

__module__ = 'dataclasses'


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return '<dataclasses._MISSING_TYPE object>'


class _KwOnly:
    pass


MISSING = _Missing()
KW_ONLY = _KwOnly()


class InitVar:
    """Marks an argument of `__init__` that is handed to `__post_init__` and is no field."""

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return cls(type)

    def __repr__(self):
        return f'dataclasses.InitVar[{getattr(self.type, "__name__", self.type)}]'


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._init_only = False  # an InitVar

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), '__set_name__', None)
        if hook is not None:
            hook(self.default, owner, name)

    def __repr__(self):
        kind = '_FIELD_INITVAR' if self._init_only else '_FIELD'
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},'
                f'hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r},_field_type={kind})')

    @property
    def has_default(self):
        return self.default is not MISSING or self.default_factory is not MISSING


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def fields(class_or_instance):
    """The fields in order, inherited ones first."""
    known = getattr(class_or_instance, '__dataclass_fields__', None)
    if known is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple(f for f in known.values() if not f._init_only)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, '__dataclass_fields__')


def is_dataclass_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')


def _head(annotation):
    """`ClassVar` of `typing.ClassVar[int]`: annotations are source text, but for those of
    make_dataclass, which may be anything."""
    if isinstance(annotation, InitVar) or annotation is InitVar:
        return 'InitVar'
    if annotation is KW_ONLY or annotation is _KwOnly:
        return 'KW_ONLY'
    text = annotation if isinstance(annotation, str) else repr(annotation)
    return text.strip().strip('\'"').partition('[')[0].rpartition('.')[2].strip()


def _checked(f):
    if f._init_only and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if f.kw_only is MISSING:
        f.kw_only = False
    mutable = isinstance(f.default, (list, dict, set)) or (
        getattr(type(f.default), '__hash__', True) is None)
    if mutable:
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: '
                         'use default_factory')
    return f


def own_fields(cls, annotations, kw_only):
    """The fields that a class body declares; class attributes become their defaults."""
    found = []
    namespace = cls.__dict__
    for name, annotation in annotations.items():
        head = _head(annotation)
        if head == 'KW_ONLY':
            kw_only = True
            continue
        default = getattr(cls, name, MISSING)
        if head == 'ClassVar':
            if isinstance(default, Field) and default.default_factory is not MISSING:
                raise TypeError(f'field {name} cannot have a default factory')
            continue
        f = default if isinstance(default, Field) else field(default=default)
        f.name = name
        f.type = annotation
        f._init_only = head == 'InitVar'
        if f.kw_only is MISSING:
            f.kw_only = kw_only
        found.append(_checked(f))
        if isinstance(default, Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
    for name, value in namespace.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return found
