"""Index tensors: x[i], x[mask], x[i, :, j], and writes through them."""
import _native
import onnx
from . import _kernels as kernels
from ._errors import shape_error
from ._support import broadcast_sizes, cast, dtypes, expanded, known, same
from ._index import fitted

__module__ = 'torch'


def gather_picks(input, picks):
    """`picks` are (axis, index tensor), the tensors broadcast together."""
    if len(picks) == 1 and picks[0][1].dtype != dtypes.bool:
        return onnx.Gather(input, picks[0][1], axis=picks[0][0])
    if len(picks) == 1 and picks[0][0] == 0:
        return onnx.GatherND(input, _places_of_mask(picks[0][1]))
    axes, places, depth = _places(picks)
    perm = axes + [i for i in range(input.ndim) if i not in axes]
    front = input if perm == sorted(perm) else onnx.Transpose(input, perm=perm)
    result = onnx.GatherND(front, places)
    if axes[0] == 0 or axes != list(range(axes[0], axes[0] + len(axes))):
        return result
    # Adjacent index tensors leave their axes where they stood.
    first = axes[0]
    order = list(range(depth, depth + first)) + list(range(depth))
    order = order + list(range(depth + first, result.ndim))
    return onnx.Transpose(result, perm=order)


def scatter_picks(input, picks, value, accumulate=False):
    """The contents of `input` with the picked elements replaced, or added to."""
    if len(picks) == 1 and picks[0][1].dtype == dtypes.bool and not accumulate:
        axis, mask = picks[0]
        if value.ndim == 0 or (value.ndim == 1 and same(value.shape[0], 1)):
            if value.ndim == 1:
                value = onnx.Squeeze(value, [0])
            return kernels.Where(_widened(mask, input.ndim - axis - mask.ndim), value, input)
    axes, places, depth = _places(picks)
    perm = axes + [i for i in range(input.ndim) if i not in axes]
    back = [perm.index(i) for i in range(input.ndim)]
    straight = perm == sorted(perm)
    front = input if straight else onnx.Transpose(input, perm=perm)
    rest = list(front.shape[len(axes):])
    lead = list(places.shape[:-1])
    adjacent = axes[0] > 0 and axes == list(range(axes[0], axes[0] + len(axes)))
    if adjacent:
        first = axes[0]
        value = fitted(value, rest[:first] + lead + rest[first:])
        order = list(range(first, first + depth)) + list(range(first))
        value = onnx.Transpose(value, perm=order + list(range(first + depth, value.ndim)))
    else:
        value = fitted(value, lead + rest)
    reduction = 'add' if accumulate else 'none'
    written = kernels.ScatterND(front, places, value, reduction=reduction)
    return written if straight else onnx.Transpose(written, perm=back)


def _widened(mask, trailing):
    """A mask with axes of size 1 behind, to broadcast over the axes that it does not index."""
    if trailing <= 0:
        return mask
    return onnx.Unsqueeze(mask, list(range(mask.ndim, mask.ndim + trailing)))


def _places_of_mask(mask):
    """[count, ndim] places of the True elements, in row-major order."""
    return onnx.Transpose(onnx.NonZero(mask), perm=[1, 0])


def _places(picks):
    """The indexed axes, GatherND's index tensor over them, and the rank of the broadcast."""
    axes, indices = [], []
    for axis, index in picks:
        if index.dtype == dtypes.bool:
            found = onnx.NonZero(index)
            for k in range(index.ndim):
                axes.append(axis + k)
                indices.append(onnx.Gather(found, k, axis=0))
        else:
            axes.append(axis)
            indices.append(index)
    if len(picks) == 1 and picks[0][1].dtype == dtypes.bool:
        return axes, _places_of_mask(picks[0][1]), 1
    sizes = []
    for index in indices:
        try:
            sizes = broadcast_sizes(sizes, index.shape)
        except RuntimeError:
            raise shape_error('shape mismatch: indexing tensors could not be broadcast together '
                              f'with shapes {[list(i.shape) for i in indices]}', IndexError)
    columns = [onnx.Unsqueeze(expanded(index, sizes), [len(sizes)]) for index in indices]
    places = columns[0] if len(columns) == 1 else onnx.Concat(*columns, axis=len(sizes))
    return axes, places, len(sizes)


def index_put(input, indices, values, accumulate=False):
    from ._index import _as_items, _basic
    view, picks = _basic(input, _as_items(input, tuple(indices)))
    return scatter_picks(view, picks, cast(values, input.dtype), accumulate)
