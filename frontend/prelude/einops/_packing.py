"""pack and unpack: tensors whose shapes differ in the dimensions under '*', as one tensor."""
from ._errors import EinopsError

__module__ = 'einops'


def _parse(pattern):
    """How many axes are before and behind the '*'."""
    axes = pattern.split()
    if axes.count('*') != 1:
        raise EinopsError(f'No *-axis in pattern: "{pattern}"')
    for axis in axes:
        if axis != '*' and (not axis.isidentifier() or axes.count(axis) > 1):
            raise EinopsError(f'Invalid axis name {axis} in "{pattern}"')
    before = axes.index('*')
    return before, len(axes) - before - 1


def pack(tensors, pattern):
    """One tensor, and the shapes that '*' stood for in each."""
    import torch
    before, behind = _parse(pattern)
    packed, shapes = [], []
    for tensor in tensors:
        rank = tensor.ndim
        if rank < before + behind:
            raise EinopsError(f'packed tensor has {rank} dims, "{pattern}" needs at least '
                              f'{before + behind}')
        shape = tensor.shape
        shapes.append(shape[before:rank - behind])
        packed.append(tensor.reshape([*shape[:before], -1, *shape[rank - behind:]]))
    return torch.cat(packed, dim=before), shapes


def _count(shape):
    """The elements of a shape; None where it holds -1."""
    count = 1
    for size in shape:
        if isinstance(size, int) and size == -1:
            return None
        count = count * size
    return count


def unpack(tensor, packed_shapes, pattern):
    """The tensors that were packed; one of the shapes may hold one -1."""
    before, behind = _parse(pattern)
    if tensor.ndim != before + 1 + behind:
        raise EinopsError(f'unpack(..., {pattern}) received input of wrong dim with shape '
                          f'{tuple(tensor.shape)}')
    counts = [_count(shape) for shape in packed_shapes]
    if counts.count(None) > 1:
        raise EinopsError(f'unpack received more than one -1 in {packed_shapes}')
    total = 0
    for count in counts:
        total = total + (0 if count is None else count)
    length = tensor.shape[before]
    counts = [length - total if count is None else count for count in counts]
    sizes, parts, start = tensor.shape, [], 0
    for shape, count in zip(packed_shapes, counts):
        part = tensor.narrow(before, start, count)
        parts.append(part.reshape([*sizes[:before], *shape, *sizes[before + 1:]]))
        start = start + count
    if start != length:
        raise EinopsError(f'unpack got {start} elements of shapes, the tensor has {length}')
    return parts
