# Abstract base classes of containers: https://docs.python.org/3/library/collections.abc.html
# A class is one of the simple kinds when it has the methods; one of the others when it inherits
# from it or is registered.

from ._abc_mappings import ItemsView, KeysView, Mapping, MappingView, MutableMapping, ValuesView
from ._abc_sequences import ByteString, MutableSequence, Sequence
from ._abc_sets import MutableSet, Set
from ._abc_simple import (AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Buffer, Callable,
                          Collection, Container, Coroutine, Generator, Hashable, Iterable, Iterator,
                          Reversible, Sized)
