# Iterator building blocks, as generators: https://docs.python.org/3/library/itertools.html

import operator


class chain:
    def __new__(cls, *iterables):
        return cls.from_iterable(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        for iterable in iterables:
            yield from iterable


def repeat(object, times=None):
    if times is None:
        while True:
            yield object
    for _ in range(times):
        yield object


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    saved = []
    for element in iterable:
        yield element
        saved.append(element)
    while saved:
        for element in saved:
            yield element


def accumulate(iterable, func=None, *, initial=None):
    combine = operator.add if func is None else func
    iterator = iter(iterable)
    total = initial
    if initial is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for element in iterator:
        total = combine(total, element)
        yield total


def _slice_bound(value, default):
    if value is None:
        return default
    if not isinstance(value, int) or value < 0:
        raise ValueError('Indices for islice() must be None or an integer: '
                         '0 <= x <= sys.maxsize.')
    return value


def islice(iterable, *bounds):
    limits = slice(*bounds)
    start = _slice_bound(limits.start, 0)
    stop = _slice_bound(limits.stop, None)
    step = _slice_bound(limits.step, 1)
    if step == 0:
        raise ValueError('Step for islice() must be a positive integer or None.')
    return _islice(iter(iterable), start, stop, step)


def _islice(iterator, start, stop, step):
    index = 0
    wanted = start
    while stop is None or index < stop:
        try:
            element = next(iterator)
        except StopIteration:
            return
        if index == wanted:
            yield element
            wanted += step
        index += 1


def takewhile(predicate, iterable):
    for element in iterable:
        if not predicate(element):
            return
        yield element


def dropwhile(predicate, iterable):
    iterator = iter(iterable)
    for element in iterator:
        if not predicate(element):
            yield element
            break
    yield from iterator


def filterfalse(predicate, iterable):
    for element in iterable:
        if not (element if predicate is None else predicate(element)):
            yield element


def compress(data, selectors):
    for element, selected in zip(data, selectors):
        if selected:
            yield element


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(iterable) for iterable in iterables]
    active = len(iterators)
    while active:
        values = []
        for position, iterator in enumerate(iterators):
            if iterator is None:
                values.append(fillvalue)
                continue
            try:
                values.append(next(iterator))
            except StopIteration:
                active -= 1
                if not active:
                    return
                iterators[position] = None
                values.append(fillvalue)
        yield tuple(values)


def pairwise(iterable):
    iterator = iter(iterable)
    for previous in iterator:
        break
    else:
        return
    for element in iterator:
        yield previous, element
        previous = element


def batched(iterable, n):
    if n < 1:
        raise ValueError('n must be at least one')
    iterator = iter(iterable)
    while batch := tuple(islice(iterator, n)):
        yield batch


def product(*iterables, repeat=1):
    pools = [tuple(iterable) for iterable in iterables] * repeat
    return _product(pools)


def _product(pools):
    if not pools:
        yield ()
        return
    for head in _product(pools[:-1]):
        for element in pools[-1]:
            yield head + (element,)


def permutations(iterable, r=None):
    pool = tuple(iterable)
    return _permutations(pool, len(pool) if r is None else r)


def _permutations(pool, r):
    if r > len(pool):
        return
    if r == 0:
        yield ()
        return
    for index, element in enumerate(pool):
        for rest in _permutations(pool[:index] + pool[index + 1:], r - 1):
            yield (element,) + rest


def combinations(iterable, r):
    return _combinations(tuple(iterable), r)


def _combinations(pool, r):
    if r == 0:
        yield ()
        return
    for index in range(len(pool) - r + 1):
        for rest in _combinations(pool[index + 1:], r - 1):
            yield (pool[index],) + rest


def combinations_with_replacement(iterable, r):
    return _combinations_with_replacement(tuple(iterable), r)


def _combinations_with_replacement(pool, r):
    if r == 0:
        yield ()
        return
    for index, element in enumerate(pool):
        for rest in _combinations_with_replacement(pool[index:], r - 1):
            yield (element,) + rest


class groupby:
    """Runs of equal keys; a group is used up once the next one is asked for."""

    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = (lambda element: element) if key is None else key
        self._pending = []  # at most one (key, element) that was read ahead
        self._group = None
        self._ended = False

    def __iter__(self):
        return self

    def _read(self):
        if not self._pending and not self._ended:
            try:
                element = next(self._iterator)
            except StopIteration:
                self._ended = True
                return False
            self._pending.append((self._key(element), element))
        return bool(self._pending)

    def _members(self, key):
        marker = object()
        self._group = marker
        def elements():
            while self._group is marker and self._read() and self._pending[0][0] == key:
                yield self._pending.pop()[1]
        return elements()

    def __next__(self):
        if self._group is not None:
            while self._read() and self._pending[0][0] == self._current:
                self._pending.pop()
        if not self._read():
            raise StopIteration
        self._current = self._pending[0][0]
        return self._current, self._members(self._current)


def tee(iterable, n=2):
    iterator = iter(iterable)
    queues = [[] for _ in range(n)]

    def branch(queue):
        while True:
            if not queue:
                try:
                    element = next(iterator)
                except StopIteration:
                    return
                for other in queues:
                    other.append(element)
            yield queue.pop(0)

    return tuple(branch(queue) for queue in queues)
