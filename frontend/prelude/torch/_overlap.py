"""Writes to a tensor of what is read from another part of its own memory.

What torch gives then depends on the order in which its kernels walk through the elements, or is an
error; it is refused, unless the two parts are one, or have nothing in common.
"""
import _native
from ._support import known, same

__module__ = 'torch'


def keep_apart(target, other):
    """For what is written element by element: one may read itself."""
    if _native.related(target, other) and _may_overlap(target, other, True):
        _refuse()


def keep_clear(target, other):
    """For what is written in another order than it is read."""
    if _native.same_memory(target, other) and _may_overlap(target, other, False):
        _refuse()


def _refuse():
    _native.refuse('this writes to a tensor what it reads from another part of the same memory: '
                   'PyTorch gives what the order of its reads and writes happens to give, or an '
                   'error', 'read a copy: `.clone()`')


def _may_overlap(target, other, in_place):
    mine, theirs = _Part(target), _Part(other)
    if mine.is_apart(theirs):
        return False
    if mine.is_same_unless_apart(theirs) or _native.same_content(target, other):
        return not in_place
    found = _native.reads_written(target, other, in_place)
    return found is None or found


class _Part:
    """What a view takes of its memory, as far as that can be said axis by axis.

    cuts: of each axis of the memory, those of slices and ints, the first made first. axes: which of
    them the view's axes are, None for new ones. whole: nothing else makes the view.
    """

    def __init__(self, view):
        steps = _native.lineage(view)
        root = steps[0][0] if steps else view
        self.axes = list(range(root.ndim))
        self.cuts = [[] for _ in self.axes]
        self.whole = True
        for base, place, _ in steps:
            if place is None:
                self.whole = False
                break
            self._take(base.shape, *place)

    def _take(self, sizes, kind, what, index=None):
        axes = self.axes
        if kind == 'cut':
            for axis, start, stop, step in what:
                self._cut(axis, sizes[axis], start, stop, step)
        elif kind == 'select':
            self._cut(what, sizes[what], index, None, 1)
            axes.pop(what)
        elif kind == 'permute':
            self.axes = [axes[axis] for axis in what]
        elif kind == 'unsqueeze':
            axes.insert(what, None)
        else:
            self.axes = [axes[i] for i in range(len(axes)) if i not in what]

    def _cut(self, axis, *cut):
        if self.axes[axis] is not None:
            self.cuts[self.axes[axis]].append(cut)

    def is_apart(self, other):
        for mine, theirs in zip(self.cuts, other.cuts):
            for a, b in zip(mine, theirs):
                if not _same_cut(a, b):
                    if _disjoint(a, b):
                        return True
                    break
        return False

    def is_same_unless_apart(self, other):
        if not self.whole or not other.whole or self.axes != other.axes:
            return False
        for mine, theirs in zip(self.cuts, other.cuts):
            if len(mine) != len(theirs):
                return False
            for a, b in zip(mine, theirs):
                ints = a[2] is None and b[2] is None  # one element, or two
                if not ints and not _same_cut(a, b):
                    return False
        return True


# Cuts: (size of what is cut, start, stop, step); the stop of an int, which takes one, is None.

def _same_cut(a, b):
    if a[2] is None or b[2] is None:
        return a[2] is b[2] and same(a[1], b[1])
    return same(a[1], b[1]) and same(a[2], b[2]) and same(a[3], b[3])


def _disjoint(a, b):
    """Of two cuts of the same axis, which the same cuts before them made."""
    if _is_start(a[2], b[1]) or _is_start(b[2], a[1]):  # x[:n] and x[n:], whatever n
        return True
    (begin, end), (first, last) = _ends(a), _ends(b)
    if _before(end, first) or _before(last, begin):
        return True
    if begin is None or first is None:
        return False
    if not (known(begin) and known(first) and known(a[3]) and same(a[3], b[3])):
        return False
    return (begin - first) % a[3] != 0  # x[::2] and x[1::2]


def _is_start(stop, start):
    return stop is not None and same(stop, start)


def _ends(cut):
    """Where a cut begins and ends, counted from the front."""
    size, start, stop, _ = cut
    begin = _from_front(start, size)
    if stop is None:
        return begin, None if begin is None else begin + 1
    end = _from_front(stop, size)
    return begin, None if end is None else min(end, size)


def _from_front(place, size):
    """None where it is not known from which end the place is counted."""
    from_end = place < 0
    if not known(from_end):
        return None
    return place + size if from_end else place


def _before(end, begin):
    if end is None or begin is None:
        return False
    before = end <= begin
    return known(before) and before
