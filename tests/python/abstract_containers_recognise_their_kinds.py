from collections import OrderedDict, deque, namedtuple
from collections.abc import (Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping,
                             Sequence, Set, Sized)

values = [1, 'text', b'bytes', (1,), [1], {1: 2}, {1}, None, len, range(3), iter([]),
          (x for x in ()), OrderedDict(), deque(), namedtuple('T', 'a')(1)]
for kind in (Iterable, Sequence, Mapping, Set, Sized, Callable, Hashable, Iterator, MutableMapping):
    print(kind.__name__, ''.join('x' if isinstance(value, kind) else '.' for value in values))
print(issubclass(list, Sequence), issubclass(dict, Sequence), issubclass(str, Iterable))


class Grid(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return i * i


g = Grid(4)
print(list(g), 9 in g, g.index(4), g.count(1), list(reversed(g)), isinstance(g, Iterable))


class Lower(MutableMapping):
    def __init__(self):
        self.data = {}

    def __getitem__(self, k):
        return self.data[k.lower()]

    def __setitem__(self, k, v):
        self.data[k.lower()] = v

    def __delitem__(self, k):
        del self.data[k.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


m = Lower()
m.update(A=1, B=2)
print(m['a'], dict(m), 'B' in m, m.pop('b'), m.get('zz', 0), m.setdefault('C', 3),
      sorted(m.items()), len(m))


class Callee:
    def __call__(self):
        pass


class Walkable:
    def __iter__(self):
        return iter(())


print(isinstance(Callee(), Callable), isinstance(Walkable(), Iterable),
      isinstance(Walkable(), Sized))
