# Type hints: https://docs.python.org/3/library/typing.html
# A hint is an object with `__origin__` and `__args__` that can be subscripted, called where the
# class that it stands for can be, inherited from, and asked by isinstance where CPython allows.

from ._aliases import (AbstractSet, AsyncContextManager, AsyncGenerator, AsyncIterable,
                       AsyncIterator, Awaitable, ByteString, Callable, ChainMap, Collection,
                       Container, ContextManager, Coroutine, Counter, DefaultDict, Deque, Dict,
                       FrozenSet, Generator, Hashable, ItemsView, Iterable, Iterator, KeysView,
                       List, Mapping, MappingView, MutableMapping, MutableSequence, MutableSet,
                       OrderedDict, Reversible, Sequence, Set, Sized, Tuple, Type, ValuesView)
from ._forms import (Annotated, Any, AnyStr, ClassVar, Concatenate, Final, ForwardRef, Literal,
                     LiteralString, Never, NoReturn, NotRequired, Optional, ParamSpec, Required,
                     Self, TypeAlias, TypeGuard, TypeVar, TypeVarTuple, Union, Unpack)
from ._generic import Generic
from ._hints import get_type_hints
from ._named_tuple import NamedTuple
from ._protocol import (Protocol, SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat,
                        SupportsIndex, SupportsInt, SupportsRound, runtime_checkable)
from ._typed_dict import TypedDict, is_typeddict

TYPE_CHECKING = False
Text = str


class IO:
    pass


class BinaryIO(IO):
    pass


class TextIO(IO):
    pass


class Pattern:
    pass


class Match:
    pass


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    return obj


def assert_never(arg, /):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def overload(func):
    def never_called(*args, **kwds):
        raise NotImplementedError(
            'You should not call an overloaded function. A series of @overload-decorated functions '
            'outside a stub module should always be followed by an implementation that is not '
            '@overload-ed.')

    return never_called


def get_overloads(func):
    return []


def clear_overloads():
    pass


def final(f):
    f.__final__ = True
    return f


def no_type_check(arg):
    return arg


def no_type_check_decorator(decorator):
    return decorator


def dataclass_transform(**kwargs):
    return lambda cls_or_fn: cls_or_fn


def override(method, /):
    return method


def get_origin(tp):
    return getattr(tp, '__origin__', None)


def get_args(tp):
    return tuple(getattr(tp, '__args__', ()))


def NewType(name, tp):
    def new_type(value):
        return value

    new_type.__name__ = new_type.__qualname__ = name
    new_type.__supertype__ = tp
    return new_type
