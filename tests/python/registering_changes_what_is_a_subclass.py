# What an abstract class has answered is no obstacle to registering with it later.
from abc import ABC, ABCMeta
from collections.abc import Iterable, Sized


class Shape(ABC):
    pass


class Round(Shape):
    pass


class Ball:
    pass


class Plate(Ball):
    pass


print(isinstance(Ball(), Shape), issubclass(Plate, Shape), issubclass(Plate, Round))
print(isinstance(Ball(), Shape), issubclass(Plate, Shape), issubclass(Plate, Round))
Round.register(Ball)
print(isinstance(Ball(), Shape), issubclass(Plate, Shape), issubclass(Plate, Round))


class Late(Shape):
    pass


print(issubclass(Late, Shape), issubclass(Late, Round), issubclass(Ball, Late))
Late.register(Ball)
print(issubclass(Ball, Late), issubclass(Late, Ball))


class Picky(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Picky:
            return NotImplemented
        return True if 'quack' in other.__dict__ else NotImplemented


class Duck:
    def quack(self):
        return 'quack'


for value in (Duck(), Ball(), 1, Duck()):
    print(type(value).__name__, isinstance(value, Picky), isinstance(value, Sized))
Picky.register(int)
print(isinstance(1, Picky), isinstance(True, Picky), isinstance(1.0, Picky))
print([isinstance(x, Iterable) for x in (1, [1], 'a', (), {}, Ball()) for _ in range(2)])
