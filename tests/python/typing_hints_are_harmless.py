from typing import (TYPE_CHECKING, Any, Callable, Dict, Generic, Iterable, List, Literal, Mapping,
                    NamedTuple, NewType, Optional, Protocol, Sequence, Tuple, TypedDict, TypeVar,
                    Union, cast, get_args, get_origin, overload, runtime_checkable)

if TYPE_CHECKING:
    import nowhere

T = TypeVar('T')
Pair = Tuple[T, T]
Maybe = Optional[Union[int, Sequence[float]]]


class Box(Generic[T]):
    def __init__(self, item: T):
        self.item = item

    def get(self) -> T:
        return self.item


class IntBox(Box[int]):
    pass


class Size(NamedTuple):
    height: int
    width: int = 1

    def area(self) -> int:
        return self.height * self.width


class Settings(TypedDict, total=False):
    lr: float


@overload
def convert(x: int) -> int: ...
@overload
def convert(x: str) -> str: ...
def convert(x):
    return x


@runtime_checkable
class Sized2(Protocol):
    def size(self) -> int: ...


class Has:
    def size(self):
        return 1


print(Box[int](3).get(), IntBox(4).item, Size(3), Size(3, 2).area(),
      Size(height=5)._replace(width=9), Settings(lr=0.1), convert('c'))
print(cast(int, 'x'), isinstance([], List), isinstance((1,), Sequence), isinstance({}, Mapping),
      isinstance('s', Iterable), isinstance(print, Callable))
print(isinstance(Has(), Sized2), isinstance(3, Sized2), get_args(Literal['a', 'b']),
      get_origin(Dict[str, int]), get_args(Optional[int]), NewType('Id', int)(5))
print(Optional[int], Union[int, str], List[Dict[str, Any]], Callable[[int], str], Tuple[int, ...],
      Literal['x'], T)
print(isinstance(3, Union[int, str]), isinstance(None, Optional[str]),
      Optional[int] == Union[int, None])
