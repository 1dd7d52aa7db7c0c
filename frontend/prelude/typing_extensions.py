# What newer versions of `typing` have, under the name that works with older ones.

from typing import *
from typing import (AbstractSet, Annotated, Any, AnyStr, AsyncContextManager, AsyncGenerator,
                    AsyncIterable, AsyncIterator, Awaitable, BinaryIO, Callable, ChainMap, ClassVar,
                    Collection, Concatenate, Container, ContextManager, Coroutine, Counter,
                    DefaultDict, Deque, Dict, Final, ForwardRef, FrozenSet, Generator, Generic,
                    Hashable, IO, ItemsView, Iterable, Iterator, KeysView, List, Literal,
                    LiteralString, Mapping, MappingView, Match, MutableMapping, MutableSequence,
                    MutableSet, NamedTuple, Never, NewType, NoReturn, NotRequired, Optional,
                    OrderedDict, ParamSpec, Pattern, Protocol, Required, Reversible, Self, Sequence,
                    Set, Sized, SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat,
                    SupportsIndex, SupportsInt, SupportsRound, TYPE_CHECKING, Text, TextIO, Tuple,
                    Type, TypeAlias, TypedDict, TypeGuard, TypeVar, TypeVarTuple, Union, Unpack,
                    ValuesView, assert_never, assert_type, cast, clear_overloads,
                    dataclass_transform, final, get_args, get_origin, get_overloads, get_type_hints,
                    is_typeddict, no_type_check, overload, override, reveal_type, runtime_checkable)
from typing._forms import ReadOnly, TypeIs
from warnings import warn

runtime = runtime_checkable


def deprecated(message, /, *, category=DeprecationWarning, stacklevel=1):
    def decorate(arg):
        arg.__deprecated__ = message
        if isinstance(arg, type) or category is None:
            return arg

        def wrapper(*args, **kwargs):
            warn(message, category)
            return arg(*args, **kwargs)

        wrapper.__name__ = arg.__name__
        wrapper.__qualname__ = arg.__qualname__
        wrapper.__doc__ = arg.__doc__
        wrapper.__deprecated__ = message
        return wrapper

    return decorate
