from collections import namedtuple

Point = namedtuple('Point', ['x', 'y'])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), list(p), p._fields, p._asdict(), p._replace(x=5),
      Point._make([7, 8]))
x, y = p
print(x, y, p + (3,), isinstance(p, tuple), hash(p) == hash((1, 2)), max(Point(1, 5), Point(2, 0)))
Config = namedtuple('Config', 'depth width act', defaults=(64, 'relu'))
print(Config(3), Config(3, 4), Config._field_defaults, Config(depth=1, act=None))


class Block(namedtuple('Block', 'k s')):
    @property
    def area(self):
        return self.k * self.s

    def __str__(self):
        return f'{self.k}x{self.s}'


print(Block(3, 2), Block(3, 2).area, repr(Block(1, 1)), Block(3, 2)._replace(k=9).area)
for action in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: setattr(p, 'x', 1), lambda: p.z,
               lambda: namedtuple('T', 'a a')):
    try:
        action()
    except (TypeError, AttributeError, ValueError) as error:
        print(type(error).__name__)
print([q.x for q in map(Point._make, [(1, 2), (3, 4)])])
