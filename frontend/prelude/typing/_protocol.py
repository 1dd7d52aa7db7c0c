# Structural types: a class is an instance of a runtime-checkable protocol when it has the members.

from abc import ABCMeta, abstractmethod

from ._generic import Generic

__module__ = 'typing'

_IGNORED = ('__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__',
            '__module__', '__new__', '__slots__', '__subclasshook__', '__weakref__',
            '__class_getitem__', '__match_args__', '__qualname__', '__parameters__',
            '__orig_bases__', '__hash__', '_is_protocol', '_is_runtime_protocol',
            '_abc_registered', '_abc_children',
            '__static_attributes__', '__firstlineno__', '__classcell__')


def _members(cls):
    names = []
    for base in cls.__mro__:
        if base in (Protocol, Generic, object):
            continue
        namespace = base.__dict__
        for name in list(namespace) + list(namespace.get('__annotations__', {})):
            if name not in _IGNORED and name not in names:
                names.append(name)
    return names


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        # A class is a protocol itself only when it names Protocol among its bases.
        cls._is_protocol = not bases or any(base.__dict__.get('_protocol_root') for base in bases)
        return cls

    def __call__(cls, *args, **kwargs):
        if cls._is_protocol:
            raise TypeError('Protocols cannot be instantiated')
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if not cls.__dict__.get('_is_protocol') or cls in type(instance).__mro__:
            return super().__instancecheck__(instance)
        if not cls.__dict__.get('_is_runtime_protocol'):
            raise TypeError('Instance and class checks can only be used with '
                            '@runtime_checkable protocols')
        return all(hasattr(instance, name) for name in _members(cls))

    def __subclasscheck__(cls, subclass):
        if not cls.__dict__.get('_is_protocol') or cls in subclass.__mro__:
            return super().__subclasscheck__(subclass)
        if not cls.__dict__.get('_is_runtime_protocol'):
            raise TypeError('Instance and class checks can only be used with '
                            '@runtime_checkable protocols')
        return all(any(name in base.__dict__ for base in subclass.__mro__)
                   for name in _members(cls))


class Protocol(Generic, metaclass=_ProtocolMeta):
    _protocol_root = True


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError('@runtime_checkable can be only applied to protocol classes, '
                        f'got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    @abstractmethod
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    @abstractmethod
    def __float__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    @abstractmethod
    def __complex__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    @abstractmethod
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    @abstractmethod
    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol):
    @abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol):
    @abstractmethod
    def __round__(self, ndigits=0):
        pass
