import typing
from typing import Callable, Generic, List, Optional, TypeVar, Union, cast

T = TypeVar("T"); class_ = Generic
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
print(Box[int](3).get(), Box("x").v, Optional[int] is not None, List[int] is not None, cast(int, "a"), Union[int, str] is not None, Callable[[int], str] is not None, typing.get_type_hints(Box.get) is not None if False else True)
