from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        """The area."""

    @property
    @abstractmethod
    def name(self):
        ...

    def describe(self):
        return f'{self.name}: {self.area()}'


class Square(Shape):
    name = 'square'

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2


class Half(Shape):
    def area(self):
        return super().area()


print(Square(3).describe(), isinstance(Square(1), Shape), issubclass(Half, Shape))
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)


class Old(metaclass=ABCMeta):
    @classmethod
    @abstractmethod
    def make(cls):
        pass


class New(Old):
    @classmethod
    def make(cls):
        return cls()


print(type(New.make()).__name__, sorted(Shape.__abstractmethods__), sorted(New.__abstractmethods__))
Shape.register(int)
print(isinstance(3, Shape), issubclass(bool, Shape), isinstance('', Shape))
