from math import *
from operator import *


def powers():
    return pow(2, 3), [abs(n) for n in (-1, 2)], len([1, 2]), floor(2.5)


print(powers(), contains([1], 1), max(1, 2), float(3), isinstance(pi, float))
print(__import__ is not None, callable(sqrt))
