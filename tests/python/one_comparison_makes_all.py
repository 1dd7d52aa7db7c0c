import functools
from contextlib import contextmanager, ExitStack, nullcontext, suppress
@functools.total_ordering
class Ord:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(Ord(1) <= Ord(1), Ord(2) > Ord(1), Ord(1) >= Ord(2), max(Ord(1), Ord(3)).v, sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
