# The hints that stand for a class: `List`, `Mapping`, ...

import collections
from collections import abc

from ._forms import Form, Hint, _as_hint

__module__ = 'typing'


class Alias(Form):
    """Stands for the class that `find` gives; it is looked up only when it matters."""

    def __init__(self, name, find):
        super().__init__(name)
        self._find = find

    @property
    def __origin__(self):
        return self._find()

    def __getitem__(self, args):
        items = args if isinstance(args, tuple) else (args,)
        return Hint(self._name, self.__origin__, tuple(_as_hint(item) for item in items))

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


def _context_manager(name):
    import contextlib
    return getattr(contextlib, name)


List = Alias('List', lambda: list)
Dict = Alias('Dict', lambda: dict)
Tuple = Alias('Tuple', lambda: tuple)
Set = Alias('Set', lambda: set)
FrozenSet = Alias('FrozenSet', lambda: frozenset)
Type = Alias('Type', lambda: type)
DefaultDict = Alias('DefaultDict', lambda: collections.defaultdict)
OrderedDict = Alias('OrderedDict', lambda: collections.OrderedDict)
Counter = Alias('Counter', lambda: collections.Counter)
ChainMap = Alias('ChainMap', lambda: collections.ChainMap)
Deque = Alias('Deque', lambda: collections.deque)
ContextManager = Alias('ContextManager', lambda: _context_manager('AbstractContextManager'))
AsyncContextManager = Alias('AsyncContextManager', lambda: _context_manager('AbstractAsyncContextManager'))
AbstractSet = Alias('AbstractSet', lambda: abc.Set)
AsyncGenerator = Alias('AsyncGenerator', lambda: abc.AsyncGenerator)
AsyncIterable = Alias('AsyncIterable', lambda: abc.AsyncIterable)
AsyncIterator = Alias('AsyncIterator', lambda: abc.AsyncIterator)
Awaitable = Alias('Awaitable', lambda: abc.Awaitable)
ByteString = Alias('ByteString', lambda: abc.ByteString)
Callable = Alias('Callable', lambda: abc.Callable)
Collection = Alias('Collection', lambda: abc.Collection)
Container = Alias('Container', lambda: abc.Container)
Coroutine = Alias('Coroutine', lambda: abc.Coroutine)
Generator = Alias('Generator', lambda: abc.Generator)
Hashable = Alias('Hashable', lambda: abc.Hashable)
ItemsView = Alias('ItemsView', lambda: abc.ItemsView)
Iterable = Alias('Iterable', lambda: abc.Iterable)
Iterator = Alias('Iterator', lambda: abc.Iterator)
KeysView = Alias('KeysView', lambda: abc.KeysView)
Mapping = Alias('Mapping', lambda: abc.Mapping)
MappingView = Alias('MappingView', lambda: abc.MappingView)
MutableMapping = Alias('MutableMapping', lambda: abc.MutableMapping)
MutableSequence = Alias('MutableSequence', lambda: abc.MutableSequence)
MutableSet = Alias('MutableSet', lambda: abc.MutableSet)
Reversible = Alias('Reversible', lambda: abc.Reversible)
Sequence = Alias('Sequence', lambda: abc.Sequence)
Sized = Alias('Sized', lambda: abc.Sized)
ValuesView = Alias('ValuesView', lambda: abc.ValuesView)
