# Priority queues in lists: https://docs.python.org/3/library/heapq.html
# The layout is the documented one: heap[k] <= heap[2k+1] and heap[k] <= heap[2k+2].


def _rise(heap, position):
    while position > 0:
        parent = (position - 1) // 2
        if not heap[position] < heap[parent]:
            return
        heap[position], heap[parent] = heap[parent], heap[position]
        position = parent


def _sink(heap, position):
    # To a leaf first and then up again: the order of equal items is then CPython's.
    start = position
    item = heap[position]
    child = 2 * position + 1
    while child < len(heap):
        if child + 1 < len(heap) and not heap[child] < heap[child + 1]:
            child += 1
        heap[position] = heap[child]
        position = child
        child = 2 * position + 1
    heap[position] = item
    while position > start:
        parent = (position - 1) // 2
        if not heap[position] < heap[parent]:
            return
        heap[position], heap[parent] = heap[parent], heap[position]
        position = parent


def heappush(heap, item):
    heap.append(item)
    _rise(heap, len(heap) - 1)


def heappop(heap):
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return smallest


def heapreplace(heap, item):
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def heappushpop(heap, item):
    return heapreplace(heap, item) if heap and heap[0] < item else item


def heapify(x):
    for position in reversed(range(len(x) // 2)):
        _sink(x, position)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    values = [value for iterable in iterables for value in iterable]
    yield from sorted(values, key=key, reverse=reverse)
