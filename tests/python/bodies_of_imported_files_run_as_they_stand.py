"""A long file of a package: functions, methods, generators and closures, by whatever name."""
from large_package import tools
from large_package.tools import Shape, Square, decorated, plain

print(plain(1), plain(1, 2, 3, 4, c=5, z=6, y=7))
print(plain.__doc__.splitlines()[0], plain.__name__, plain.__code__.co_argcount, plain.__defaults__)
print(decorated('one two three'), decorated.__doc__, decorated.__name__, tools.calls)
print(list(tools.squares(4)))
walk = tools.squares(3)
print(next(walk), walk.send('it'), next(walk))
step = tools.make_counter(10)
print(step(), step(5), tools.make_counter()())
print(tools.set_limit(2), tools.LIMIT, plain(0), tools.conditional(3))
print(tools.joined('a', third=3), tools.joined('b'))
square = Square('s')
print(square.area, square.corners, square.owner, list(square), square.history)
square.area = 8
print(square.area, len(square.history), Square.named('x').history, Shape.parse('a: 3'), Shape.parse('b'))
print(Square.compare(square, Square('t')), square.compare(Shape('a')), Shape.area.__doc__, Square.named.__doc__)
print(Shape.Part().describe(square))
method = square.compare
print(method(square), method.__doc__, [f(Square('u')) for f in (Shape.area.fget, list)])


class Cube(Square):
    sides = 6

    def __init__(self):
        super().__init__('cube', scale=3)


print(Cube().area, Cube().history, isinstance(Cube(), Shape))
try:
    tools.never_called(1)
except NameError as error:
    print(error)
