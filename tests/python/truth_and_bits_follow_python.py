import math
print(True + True, True * 3, -True, ~5, 5 & 3, 5 | 3, 5 ^ 3, 1 << 4, 256 >> 3, -5 >> 1, 5 and 3, 0 or "x", not 0, not [], 3 if 0 else 4, None or 0, 1 < 2 < 3, 1 < 3 < 2, 1 == 1.0, "a" == "a", [1] == [1], (1, 2) < (1, 3), [1, 2] < [1], 1 != 2, 3 is not None)
