"""rearrange, repeat and reduce: split the axes, reduce, permute, add new ones, merge.

A result shares memory with its tensor where torch's reshape, permute and expand do.
"""
from ._errors import EinopsError
from ._pattern import ELLIPSIS, expanded, flat, is_number, number_of, parse

__module__ = 'einops'


_REDUCTIONS = ('min', 'max', 'sum', 'mean', 'prod', 'any', 'all')


def rearrange(tensor, pattern, **axes_lengths):
    tensor, back = _tensor_of(tensor)
    return back(_apply('rearrange', tensor, pattern, None, axes_lengths))


def repeat(tensor, pattern, **axes_lengths):
    tensor, back = _tensor_of(tensor)
    return back(_apply('repeat', tensor, pattern, None, axes_lengths))


def reduce(tensor, pattern, reduction, **axes_lengths):
    if not callable(reduction) and reduction not in _REDUCTIONS:
        raise EinopsError(f'Unknown reduction {reduction}. Expect one of {_REDUCTIONS}.')
    tensor, back = _tensor_of(tensor)
    return back(_apply('reduce', tensor, pattern, reduction, axes_lengths))


def asnumpy(tensor):
    return tensor.detach().cpu().numpy()


def parse_shape(x, pattern):
    """The sizes of the named axes: parse_shape(x, 'b _ h w')."""
    names = pattern.split()
    if ELLIPSIS in names:
        at = names.index(ELLIPSIS)
        names[at:at + 1] = ['_'] * (len(x.shape) - len(names) + 1)
    if len(names) != len(x.shape):
        raise EinopsError(f"Can't parse shape with different number of dimensions: "
                          f'{pattern} {tuple(x.shape)}')
    return {name: size for name, size in zip(names, x.shape) if name not in ('_', '1', '()')}


def _tensor_of(value):
    """The torch tensor of what was given, and how to turn a result back: a list is stacked along
    a new first axis, an array of numpy gives an array."""
    if isinstance(value, (list, tuple)):
        if not value:
            raise TypeError("Rearrange/Reduce/Repeat can't be applied to an empty list")
        import torch
        tensors = [_tensor_of(item) for item in value]
        return torch.stack([tensor for tensor, _ in tensors]), tensors[0][1]
    if hasattr(value, '_tensor'):
        return value._tensor, lambda tensor: tensor.numpy()
    return value, lambda tensor: tensor


def _apply(operation, tensor, pattern, reduction, lengths):
    left, right = parse(pattern)
    _check(operation, left, right, pattern, lengths)
    names = _ellipsis_names(left, tensor, pattern)
    left, right = expanded(left, names), expanded(right, names)
    sizes = _sizes(left, tensor.shape, lengths, pattern)
    tensor = _split(tensor, left, sizes)
    axes, kept = flat(left), flat(right)
    gone = [axis for axis in axes if axis not in kept]
    if operation == 'reduce' and gone:
        tensor = _reduced(tensor, tuple(axes.index(axis) for axis in gone), reduction)
        axes = [axis for axis in axes if axis in kept]
    order = [axes.index(axis) for axis in kept if axis in axes]
    if order != list(range(len(order))):
        tensor = tensor.permute(*order)
    return _merge(_added(tensor, axes, kept, sizes, lengths), right)


def _check(operation, left, right, pattern, lengths):
    """Which axes may be on one side only, and that every length is of an axis."""
    ours, theirs = flat(left), flat(right)
    numbers = [axis for axis in ours + theirs if is_number(axis)]
    if operation == 'rearrange' and numbers:
        raise EinopsError(f'Non-unitary anonymous axes are not supported in rearrange (exception '
                          f'is length 1): "{pattern}"')
    lost = [axis for axis in ours if axis not in theirs]
    new = [axis for axis in theirs if axis not in ours]
    if operation != 'reduce' and lost:
        raise EinopsError(f'Identifiers only on one side of expression (should be on both): '
                          f'{lost} in "{pattern}"')
    if operation != 'repeat' and new:
        raise EinopsError(f'Identifiers only on one side of expression (should be on both): '
                          f'{new} in "{pattern}"')
    for axis in new:
        if not is_number(axis) and axis not in lengths:
            raise EinopsError(f'Specify sizes for all new axes in repeat: {axis} in "{pattern}"')
    for axis in lengths:
        if axis not in ours and axis not in theirs:
            raise EinopsError(f'Axis {axis} is not used in transform "{pattern}"')


def _ellipsis_names(left, tensor, pattern):
    rank = tensor.ndim
    open_rank = rank - len(left) + 1 if ELLIPSIS in left else 0
    if open_rank < 0 or ELLIPSIS not in left and rank != len(left):
        raise EinopsError(f'Wrong shape: expected {len(left)} dims for "{pattern}". Received '
                          f'{rank}-dim tensor.')
    return [f'...{place}' for place in range(open_rank)]


def _length(axis, lengths):
    """What is said of an axis' length; None where that follows from the tensor."""
    if is_number(axis):
        return number_of(axis)
    if axis not in lengths:
        return None
    return int(lengths[axis])


def _sizes(left, shape, lengths, pattern):
    """The length of every axis of the left side."""
    sizes = {}
    for group, size in zip(left, shape):
        product, unknown = 1, []
        for axis in group:
            sizes[axis] = _length(axis, lengths)
            if sizes[axis] is None:
                unknown.append(axis)
            else:
                product = product * sizes[axis]
        if len(unknown) > 1:
            raise EinopsError(f'Could not infer sizes for {unknown} in "{pattern}"')
        if not unknown:
            if product != size:
                raise EinopsError(f'Shape mismatch, {size} != {product} in "{pattern}"')
        elif product == 1:
            sizes[unknown[0]] = size
        else:
            if size % product != 0:
                raise EinopsError(f"Shape mismatch, can't divide axis of length {size} in chunks "
                                  f'of {product} in "{pattern}"')
            sizes[unknown[0]] = size // product
    return sizes


def _split(tensor, left, sizes):
    """One dimension for each axis."""
    if all(len(group) == 1 for group in left):
        return tensor
    if all(len(group) <= 1 for group in left):
        for place in range(len(left) - 1, -1, -1):
            if not left[place]:
                tensor = tensor.squeeze(place)
        return tensor
    # Splitting needs no copy, whatever the strides.
    return tensor.view([sizes[axis] for axis in flat(left)])


def _reduced(tensor, places, reduction):
    if callable(reduction):
        return reduction(tensor, places)
    if reduction == 'mean':
        if not tensor.is_floating_point():
            raise NotImplementedError('reduce_mean is not available for non-floating tensors')
        return tensor.mean(dim=places)
    if reduction == 'sum':
        return tensor.sum(dim=places)
    if reduction in ('min', 'max'):
        return tensor.amin(dim=places) if reduction == 'min' else tensor.amax(dim=places)
    for place in sorted(places, reverse=True):
        tensor = getattr(tensor, reduction)(dim=place)
    return tensor


def _added(tensor, axes, kept, sizes, lengths):
    """New axes, where `repeat` asks for them."""
    if len(axes) == len(kept):
        return tensor
    wanted = []
    for place, axis in enumerate(kept):
        if axis in axes:
            wanted.append(-1)
        else:
            sizes[axis] = _length(axis, lengths)
            wanted.append(sizes[axis])
            tensor = tensor.unsqueeze(place)
    return tensor.expand(*wanted)


def _merge(tensor, right):
    """One dimension for each group."""
    if all(len(group) <= 1 for group in right):
        for place, group in enumerate(right):
            if not group:
                tensor = tensor.unsqueeze(place)
        return tensor
    shape, place = [], 0
    for group in right:
        size = 1
        for _ in group:
            size = size * tensor.shape[place]
            place += 1
        shape.append(size)
    return tensor.reshape(shape)
