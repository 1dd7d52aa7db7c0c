class Point:
    """A point."""
    dimensions = 2
    made = []

    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.made.append(self)

    def moved(self, dx):
        return type(self)(self.x + dx, self.y)

    def __repr__(self):
        return f'Point({self.x}, {self.y})'


p = Point(1, y=2)
q = p.moved(3)
print(p, q, Point.made, p.dimensions, Point.__name__, Point.__doc__, p.__class__ is Point)
p.dimensions = 3
p.extra = 'new'
print(p.dimensions, q.dimensions, p.__dict__, vars(q), hasattr(q, 'extra'),
      getattr(q, 'extra', 'none'))
del p.extra
setattr(p, 'z', 5)
print(p.z, hasattr(p, 'extra'), Point.moved(p, 1), p.moved.__name__)
move = p.moved
print(move(10), isinstance(p, Point), type(p).__name__)
Point.norm = lambda self: (self.x ** 2 + self.y ** 2) ** 0.5
print(Point(3, 4).norm())
for action in (lambda: p.missing, lambda: Point.missing, lambda: delattr(p, 'missing')):
    try:
        action()
    except AttributeError as error:
        print(type(error).__name__)
