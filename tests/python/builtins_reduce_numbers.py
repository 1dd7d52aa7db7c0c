import math
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), abs(-3), abs(-2.5), pow(2, 5), pow(2, 5, 7), sum([1, 2, 3]), sum([0.1] * 3), sum([[1], [2]], []), max(3, 1, 2), min([4, 2]), max("b", "a"), max([1, 5], key=lambda v: -v), min([], default=0), max((2, "a"), (1, "b")))
