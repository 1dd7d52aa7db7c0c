import math

from .registry import register

__all__ = ["Circle", "Square"]

PI = math.pi


@register("circle")
class Circle:
    def __init__(self, r):
        self.r = r

    def area(self):
        return PI * self.r ** 2


@register("square")
class Square:
    def __init__(self, a):
        self.a = a

    def area(self):
        return self.a * self.a
