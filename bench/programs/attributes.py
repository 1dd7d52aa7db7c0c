"""Instances: attributes read and written, methods, properties, inheritance, super()."""


class Point:
    scale = 2

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)

    @property
    def size(self):
        return (self.x * self.x + self.y * self.y) * self.scale


class Weighted(Point):
    def __init__(self, x, y, weight):
        super().__init__(x, y)
        self.weight = weight

    @property
    def size(self):
        return super().size * self.weight

    def __add__(self, other):
        return Weighted(self.x + other.x, self.y + other.y, self.weight)


def walk(count):
    point = Point(0, 0)
    total = 0
    for i in range(count):
        point = point.moved(i % 3, 1)
        point.x -= 1
        total += point.size % 11
    return total


def weigh(count):
    sum_of_all = Weighted(0, 0, 3)
    step = Weighted(1, 2, 1)
    for _ in range(count):
        sum_of_all = sum_of_all + step
    return sum_of_all.size


print(walk(150000), weigh(60000))
