# Abstract base classes: https://docs.python.org/3/library/abc.html

import _python


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


def _is_abstract(value):
    if isinstance(value, property):
        parts = (value.fget, value.fset, value.fdel)
        return isinstance(value, abstractproperty) or any(_is_abstract(part) for part in parts)
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return getattr(value, '__isabstractmethod__', False)


def _inherited(cls, name):
    for base in cls.__mro__:
        namespace = base.__dict__
        if name in namespace:
            return namespace[name]
    return None


def _abstract_names(cls, bases, namespace):
    names = {name for name, value in namespace.items() if _is_abstract(value)}
    for base in bases:
        for name in getattr(base, '__abstractmethods__', ()):
            if _is_abstract(_inherited(cls, name)):
                names.add(name)
    return frozenset(names)


def _is_subclass(cls, base):
    if base in cls.__mro__:
        return True
    hook = getattr(base, '__subclasshook__', None)
    answer = NotImplemented if hook is None else hook(cls)
    if answer is not NotImplemented:
        return answer
    for other in base._abc_registered:
        if other in cls.__mro__ or issubclass(cls, other):
            return True
    for child in base._abc_children:
        if issubclass(cls, child):
            return True
    return False


class ABCMeta(type):
    """Classes that refuse to be instantiated while a method is abstract, and that other classes
    can be registered with."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, bases, namespace)
        cls._abc_registered = []
        cls._abc_children = []
        for base in bases:
            if isinstance(base, ABCMeta):
                base._abc_children.append(cls)
        return cls

    def __call__(cls, *args, **kwargs):
        if cls.__abstractmethods__:
            names = ', '.join(sorted(cls.__abstractmethods__))
            plural = 's' if len(cls.__abstractmethods__) > 1 else ''
            raise TypeError(f"Can't instantiate abstract class {cls.__name__} "
                            f'with abstract method{plural} {names}')
        return super().__call__(*args, **kwargs)

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        cls._abc_registered.append(subclass)
        _python.forget_subclasses()
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        answer = _python.known_subclass(subclass, cls)
        if answer is None:
            answer = _is_subclass(subclass, cls)
            _python.learn_subclass(subclass, cls, answer)
        return answer


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def update_abstractmethods(cls):
    if hasattr(cls, '__abstractmethods__'):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__bases__, _python.class_namespace(cls))
    return cls


def get_cache_token():
    return 0
