from abc import ABCMeta, abstractmethod

__module__ = 'collections.abc'


def _has_methods(cls, *names):
    """True when the class has all these methods; None in a class's body takes one away."""
    for name in names:
        for base in cls.__mro__:
            namespace = base.__dict__
            if name in namespace:
                if namespace[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class _Simple(metaclass=ABCMeta):
    """A kind that is recognised by `_methods`, a tuple in its own namespace."""

    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, subclass):
        methods = cls.__dict__.get('_methods')
        return NotImplemented if methods is None else _has_methods(subclass, *methods)

    @classmethod
    def __class_getitem__(cls, item):
        return cls


class Hashable(_Simple):
    _methods = ('__hash__',)

    @abstractmethod
    def __hash__(self):
        return 0


class Sized(_Simple):
    _methods = ('__len__',)

    @abstractmethod
    def __len__(self):
        return 0


class Container(_Simple):
    _methods = ('__contains__',)

    @abstractmethod
    def __contains__(self, x):
        return False


class Iterable(_Simple):
    _methods = ('__iter__',)

    @abstractmethod
    def __iter__(self):
        return iter(())


class Iterator(Iterable):
    _methods = ('__iter__', '__next__')

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Generator(Iterator):
    _methods = ('__iter__', '__next__', 'send', 'throw', 'close')

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ if val is None else val

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError('generator ignored GeneratorExit')


class Reversible(Iterable):
    _methods = ('__reversed__', '__iter__')

    @abstractmethod
    def __reversed__(self):
        return iter(())


class Collection(Sized, Iterable, Container):
    _methods = ('__len__', '__iter__', '__contains__')


class Awaitable(_Simple):
    _methods = ('__await__',)

    @abstractmethod
    def __await__(self):
        return iter(())


class Coroutine(Awaitable):
    _methods = ('__await__', 'send', 'throw', 'close')


class AsyncIterable(_Simple):
    _methods = ('__aiter__',)

    @abstractmethod
    def __aiter__(self):
        return self


class AsyncIterator(AsyncIterable):
    _methods = ('__anext__', '__aiter__')

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    _methods = ('__aiter__', '__anext__', 'asend', 'athrow', 'aclose')


class Buffer(_Simple):
    _methods = ('__buffer__',)


class _CallableMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        return callable(instance) if cls is Callable else super().__instancecheck__(instance)


class Callable(_Simple, metaclass=_CallableMeta):
    _methods = ('__call__',)

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False
