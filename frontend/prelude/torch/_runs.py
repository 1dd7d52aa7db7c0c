"""Lists that a loop filled, as tensors: what its iterations appended is stacked already."""
import _native
from ._support import copy
from ._view import flatten, movedim

__module__ = 'torch'


def _rounds(stacked):
    """The items of all iterations along axis 0, in order."""
    if len(stacked) == 1:
        return stacked[0]
    from ._join import stack
    return flatten(stack(list(stacked), 1), 0, 1)


def _ensure_items(tensors, name):
    _native.assume(len(tensors) > 0, f'{name}(): the list of tensors is not empty')


def stacked(tensors, segments, dim):
    """torch.stack of the list that has these segments."""
    from ._join import cat, stack
    if not [s for s in segments if isinstance(s, list)] and len(segments) == 1:
        _ensure_items(tensors, 'torch.stack')
    parts = [stack(s, 0) if isinstance(s, list) else _rounds(s) for s in segments]
    whole = copy(parts[0]) if len(parts) == 1 else cat(parts, 0)
    return whole if dim == 0 else movedim(whole, 0, dim)


def joined(tensors, segments, dim):
    """torch.cat: the iterations' axis goes in front of the joined one and becomes one with it."""
    from ._join import cat
    if not [s for s in segments if isinstance(s, list)] and len(segments) == 1:
        _ensure_items(tensors, 'torch.cat')
    parts = []
    for s in segments:
        if isinstance(s, list):
            parts.append(cat(s, dim))
            continue
        whole = s[0] if len(s) == 1 else cat(list(s), dim + 1 if dim >= 0 else dim)
        axis = dim if dim >= 0 else dim + whole.ndim - 1
        parts.append(flatten(movedim(whole, 0, axis), axis, axis + 1))
    return copy(parts[0]) if len(parts) == 1 else cat(parts, dim)
