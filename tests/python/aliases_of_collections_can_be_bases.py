from collections.abc import Collection
from typing import Collection as Typed, Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Pairs(Generic[K, V], Collection[K]):
    def __init__(self, items):
        self.items = items

    def __contains__(self, key):
        return key in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)


class Keys(Typed[K]):
    def __contains__(self, key):
        return key == 1

    def __iter__(self):
        return iter([1])

    def __len__(self):
        return 1


print(len(Pairs({"a": 1})), "a" in Pairs({"a": 1}), list(Pairs({"b": 2})))
print(len(Keys()), 1 in Keys(), isinstance(Keys(), Collection), isinstance(Pairs({}), Collection))
