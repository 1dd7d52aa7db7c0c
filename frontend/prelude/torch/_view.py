"""Views: tensors that share another's storage. Each says how it is read from its base and how
its base changes when it is written."""
import _native
import onnx
from ._errors import shape_error
from ._support import (MAX_INT64, axes_of, axis_of, count_up, differ, known, loose_view, product,
                       reshaped, same, same_sizes, slice_axis)

__module__ = 'torch'


def view_sizes(input, sizes):
    """`sizes` with -1 worked out; raises torch's error where the count provably differs."""
    sizes = list(sizes)
    shape = input.shape
    plain = _native.view_sizes(shape, sizes)
    if plain is not None:
        return plain
    for i in range(len(sizes)):
        if known(sizes[i]) and sizes[i] == -1:
            rest = product(sizes[:i] + sizes[i + 1:])
            total = product(shape)
            if known(rest) and rest == 0:
                raise shape_error(f'cannot reshape tensor of 0 elements into shape {sizes} '
                                  'because the unspecified dimension size -1 can be any value '
                                  'and is ambiguous')
            if known(rest) and known(total) and total % rest != 0:
                raise shape_error(f"shape '{sizes}' is invalid for input of size {total}")
            sizes[i] = quotient_of(shape, sizes[:i] + sizes[i + 1:])
            return sizes
    asked, total = product(sizes), product(shape)
    if known(asked) and known(total) and asked != total:
        raise shape_error(f"shape '{sizes}' is invalid for input of size {total}")
    return sizes


def quotient_of(shape, sizes):
    """product(shape) // product(sizes), without a division where the sizes stand for whole axes:
    those after or before the ones that are asked for, or some of them one by one."""
    asked = product(sizes)
    for k in range(len(shape) + 1):
        if same(product(shape[k:]), asked):
            return product(shape[:k])
        if same(product(shape[:k]), asked):
            return product(shape[k:])
    left = list(shape)
    right = []
    for size in sizes:
        for i in range(len(left)):
            if same(left[i], size):
                del left[i]
                break
        else:
            right.append(size)
    return product(left) // product(right)


def _keeps_elements(shape, sizes):
    """True if the sizes differ in axes of size 1 only: then every stride allows a view."""
    plain = _native.same_wide_sizes(shape, sizes)
    if plain is not None:
        return plain
    return same_sizes([s for s in shape if not same(s, 1)], [s for s in sizes if not same(s, 1)])


def view_as_shape(input, sizes):
    """Tensor.view: always shares its base."""
    sizes = view_sizes(input, sizes)
    shape = input.shape
    if same_sizes(shape, sizes):
        return _native.alias(input)
    return _native.view(input, lambda b: reshaped(b, sizes), lambda b, v: reshaped(v, shape))


def reshape_to(input, sizes):
    """Tensor.reshape: shares its base where strides allow it, which only sizes of 1 prove."""
    sizes = view_sizes(input, sizes)
    if same_sizes(input.shape, sizes) or _keeps_elements(input.shape, sizes):
        return view_as_shape(input, sizes)
    return loose_view(input, lambda b: reshaped(b, sizes))


def reshape(input, shape):
    return reshape_to(input, shape)


def flatten(input, start_dim=0, end_dim=-1):
    shape = input.shape
    if len(shape) == 0:
        return reshape_to(input, [1])
    start, end = axis_of(start_dim, len(shape)), axis_of(end_dim, len(shape))
    if start > end:
        raise shape_error('flatten() has invalid args: start_dim cannot come after end_dim')
    if start == end:
        return input
    sizes = list(shape[:start]) + [product(shape[start:end + 1])] + list(shape[end + 1:])
    if start != 1 or end != len(shape) - 1:
        return reshape_to(input, sizes)
    if _keeps_elements(shape, sizes):
        return _native.view(input, lambda b: onnx.Flatten(b, axis=1),
                            lambda b, v: reshaped(v, shape))
    return loose_view(input, lambda b: onnx.Flatten(b, axis=1))


def unflatten(input, dim, sizes):
    axis = axis_of(dim, input.ndim)
    shape = input.shape
    sizes = list(sizes)
    if -1 in sizes:
        at = sizes.index(-1)
        sizes[at] = shape[axis] // product(sizes[:at] + sizes[at + 1:])
    elif differ(product(sizes), shape[axis]):
        raise shape_error(f"unflatten: Provided sizes {sizes} don't multiply up to the size of "
                          f"dim {axis} ({shape[axis]}) in the input tensor")
    return view_as_shape(input, list(shape[:axis]) + sizes + list(shape[axis + 1:]))


def _permutation(dims):
    perm = [axis_of(d, len(dims)) for d in dims]
    back = [0] * len(perm)
    for i in range(len(perm)):
        back[perm[i]] = i
    if sorted(perm) != list(range(len(perm))):
        raise shape_error('permute(): duplicate dims are not allowed.')
    return perm, back


def permute(input, dims):
    if len(dims) != input.ndim:
        raise shape_error(f'permute(sparse_coo): number of dimensions in the tensor input does '
                          f'not match the length of the desired ordering of dimensions i.e. '
                          f'input.dim() = {input.ndim} is not equal to len(dims) = {len(dims)}')
    plain = _native.permutation(dims)
    perm, back = plain if plain is not None else _permutation(dims)
    if perm == back and perm == list(range(len(perm))):
        return _native.alias(input)
    return _native.view(input, lambda b: onnx.Transpose(b, perm=perm),
                        lambda b, v: onnx.Transpose(v, perm=back), ('permute', perm))


def transpose(input, dim0, dim1):
    a, b = axis_of(dim0, input.ndim), axis_of(dim1, input.ndim)
    perm = list(range(input.ndim))
    if a == b:
        return _native.alias(input)
    perm[a], perm[b] = b, a
    return _native.view(input, lambda base: onnx.Transpose(base, perm=perm),
                        lambda base, v: onnx.Transpose(v, perm=perm), ('permute', perm))


def t(input):
    if input.ndim > 2:
        raise shape_error(f't() expects a tensor with <= 2 dimensions, but self is {input.ndim}D')
    return transpose(input, 0, 1) if input.ndim == 2 else _native.alias(input)


def adjoint(input):
    if input.ndim == 0:
        return _native.alias(input)
    return transpose(input, -2, -1)


def movedim(input, source, destination):
    ndim = input.ndim
    source = axes_of(source, ndim)
    destination = axes_of(destination, ndim)
    if len(source) != len(destination):
        raise shape_error(f'movedim: Invalid source or destination dims: source ({source} dims) '
                          f'should contain the same number of dims as destination '
                          f'({destination} dims)')
    perm = [-1] * ndim
    for i in range(len(source)):
        perm[destination[i]] = source[i]
    rest = [axis for axis in range(ndim) if axis not in source]
    for i in range(ndim):
        if perm[i] < 0:
            perm[i] = rest.pop(0)
    return permute(input, perm)


def unsqueeze(input, dim=None, *, axis=None):
    dim = dim if axis is None else axis
    axis = axis_of(dim, input.ndim + 1)
    return _native.view(input, lambda b: onnx.Unsqueeze(b, [axis]),
                        lambda b, v: onnx.Squeeze(v, [axis]), ('unsqueeze', axis))


def squeeze(input, dim=None, *, axis=None):
    """Drops axes of size 1. Whether an unknown size is 1 decides the rank, so it must be known."""
    dim = dim if axis is None else axis
    shape = input.shape
    wanted = range(len(shape)) if dim is None else axes_of(dim, len(shape))
    axes = []
    for place in wanted:
        if len(shape) == 0:
            break
        if same(shape[place], 1):
            axes.append(place)
        elif not known(shape[place] == 1):
            return _native.refuse(
                f'whether `squeeze` drops axis {place} depends on a size that is not known',
                'give the size with --input, or index the axis with [..., 0]', code='NN403')
    if not axes:
        return _native.alias(input)
    return _native.view(input, lambda b: onnx.Squeeze(b, axes),
                        lambda b, v: onnx.Unsqueeze(v, axes), ('squeeze', axes))


def _no_overlap(base, value):
    raise RuntimeError('unsupported operation: more than one element of the written-to tensor '
                       'refers to a single memory location. Please clone() the tensor before '
                       'performing the operation.')


def expand_to(input, sizes):
    shape = input.shape
    extra = len(sizes) - len(shape)
    if extra < 0:
        raise shape_error(f'expand({list(sizes)}): the number of sizes provided ({len(sizes)}) '
                          f'must be greater or equal to the number of dimensions in the tensor '
                          f'({len(shape)})')
    target = []
    changed = extra > 0
    repeated = False
    for i in range(len(sizes)):
        size = sizes[i]
        own = shape[i - extra] if i >= extra else 1
        keep = known(size) and size == -1
        if keep and i < extra:
            raise shape_error(f'The expanded size of the tensor (-1) isn\'t allowed in a leading, '
                              f'non-existing dimension {i}')
        if keep or same(size, own):
            target.append(1)
            continue
        if known(own) and known(size) and own != 1:
            raise shape_error(f'The expanded size of the tensor ({size}) must match the existing '
                              f'size ({own}) at non-singleton dimension {i}.  Target sizes: '
                              f'{list(sizes)}.  Tensor sizes: {list(shape)}')
        target.append(size)
        changed = True
        repeated = repeated or not same(size, 1)
    if not changed:
        return _native.alias(input)
    if extra > 0 and not repeated:
        axes = list(range(extra))
        return _native.view(input, lambda b: onnx.Unsqueeze(b, axes),
                            lambda b, v: onnx.Squeeze(v, axes))
    return _native.view(input, lambda b: onnx.Expand(b, target), _no_overlap)


def broadcast_to(input, shape):
    return expand_to(input, shape)


def narrow_view(input, axis, start, end):
    """Elements start..end-1 of an axis; ints or symbolic ints with 0 <= start <= end."""
    if known(start) and start == 0 and same(end, input.shape[axis]):
        return _native.alias(input)
    return _native.view(
        input, lambda b: slice_axis(b, axis, start, end),
        lambda b, v: with_range(b, v, axis, start, end), ('cut', [(axis, start, end, 1)]))


def with_range(base, value, axis, start, end):
    """`base` with start..end-1 of an axis replaced."""
    parts = []
    if not same(start, 0):
        parts.append(slice_axis(base, axis, 0, start))
    parts.append(value)
    if not same(end, base.shape[axis]):
        parts.append(slice_axis(base, axis, end, MAX_INT64))
    if len(parts) == 1:
        return parts[0]
    whole = onnx.Concat(*parts, axis=axis)
    # The sizes are those that there were, whether or not the parts' sizes show it.
    shape = list(base.shape)
    return whole if same_sizes(whole.shape, shape) else onnx.Reshape(whole, shape)


def narrow(input, dim, start, length):
    axis = axis_of(dim, input.ndim)
    if isinstance(start, _native.TensorBase):
        start = _native.item(start)
    size = input.shape[axis]
    if known(start) and start < 0:
        start = start + size
    if known(start) and known(length) and known(size) and start + length > size:
        raise shape_error(f'start ({start}) + length ({length}) exceeds dimension size ({size}).')
    return narrow_view(input, axis, start, start + length)


def select(input, dim, index):
    axis = axis_of(dim, input.ndim)
    size = input.shape[axis]
    if isinstance(index, _native.TensorBase):
        index = _native.item(index)
    if known(index) and known(size) and (index < -size or index >= size):
        raise shape_error(f'index {index} is out of bounds for dimension {axis} with size '
                          f'{size}', IndexError)
    return _native.view(input, lambda b: onnx.Gather(b, index, axis=axis),
                        lambda b, v: with_selected(b, v, axis, index),
                        ('select', axis, index))


def with_selected(base, value, axis, index):
    """`base` with one entry of an axis replaced."""
    if axis == 0:
        if not known(index):
            index = onnx.Reshape(_native.constant(index), [1, 1])
            return onnx.ScatterND(base, index, onnx.Unsqueeze(value, [0]))
        return onnx.ScatterND(base, _native.constant([[index]]), onnx.Unsqueeze(value, [0]))
    slab = onnx.Unsqueeze(value, [axis])
    if not known(index):
        perm = [axis] + [i for i in range(base.ndim) if i != axis]
        back = [perm.index(i) for i in range(base.ndim)]
        moved = with_selected(onnx.Transpose(base, perm=perm), value, 0, index)
        return onnx.Transpose(moved, perm=back)
    size = base.shape[axis]
    if index < 0:
        index = index + size
    return with_range(base, slab, axis, index, index + 1)


def split(tensor, split_size_or_sections, dim=0):
    axis = axis_of(dim, tensor.ndim)
    if isinstance(split_size_or_sections, (list, tuple)):
        return split_with_sizes(tensor, split_size_or_sections, axis)
    step = split_size_or_sections
    size = tensor.shape[axis]
    if not known(size) or not known(step):
        return split_unknown(tensor, size, step, axis)
    if step < 0 or (step == 0 and size != 0):
        raise shape_error(f'split expects split_size be non-negative, but got split_size={step}')
    count = (size + step - 1) // step if step > 0 else 1
    sizes = [step] * count
    if count > 0:
        sizes[-1] = size - step * (count - 1)
    return split_with_sizes(tensor, sizes or [0], axis)


def split_unknown(tensor, size, step, axis):
    """The number of pieces must be known even where the sizes are not."""
    if same(size, step):
        return (_native.alias(tensor),)
    count = size // step
    if known(count) and same(count * step, size):
        return split_with_sizes(tensor, [step] * count, axis)
    return _native.refuse('the number of pieces of this split depends on an unknown size',
                          'give the size with --input', code='NN403')


def split_with_sizes(input, split_sizes, dim=0):
    axis = axis_of(dim, input.ndim)
    sizes = [_native.item(s) if isinstance(s, _native.TensorBase) else s for s in split_sizes]
    total = sum(sizes)
    size = input.shape[axis]
    if known(total) and known(size) and total != size:
        raise shape_error(f'split_with_sizes expects split_sizes to sum exactly to {size} '
                          f"(input tensor's size at dimension {axis}), but got "
                          f'split_sizes={sizes}')
    if len(sizes) == 1:
        return (_native.alias(input),)
    return _pieces(input, axis, sizes)


def _pieces(input, axis, sizes):
    """Views that read their part of one Split."""
    pieces = []
    start = 0
    for i in range(len(sizes)):
        pieces.append(_piece(input, axis, sizes, i, start))
        start = start + sizes[i]
    return tuple(pieces)


def _piece(input, axis, sizes, i, start):
    count = len(sizes)
    end = start + sizes[i]
    return _native.view(input, lambda b: onnx.Split(b, sizes, axis=axis, outputs=count)[i],
                        lambda b, v: with_range(b, v, axis, start, end),
                        ('cut', [(axis, start, end, 1)]))


def chunk(input, chunks, dim=0):
    axis = axis_of(dim, input.ndim)
    if chunks <= 0:
        raise RuntimeError(f'chunk expects `chunks` to be greater than 0, got: {chunks}')
    size = input.shape[axis]
    if known(size):
        return split(input, (size + chunks - 1) // chunks if size > 0 else 1, axis)
    if chunks == 1:
        return (_native.alias(input),)
    step = size // chunks
    if same(step * chunks, size):
        return split_with_sizes(input, [step] * chunks, axis)
    # Fewer elements make fewer pieces: of one element, `chunk(2)` makes one.
    step = (size + chunks - 1) // chunks
    before = step * (chunks - 1)
    _native.assume(before < size, f'chunk() makes {chunks} pieces')
    return split_with_sizes(input, [step] * (chunks - 1) + [size - before], axis)


def tensor_split(input, indices_or_sections=None, dim=0, *, indices=None, sections=None,
                 tensor_indices_or_sections=None):
    for given in (indices, sections, tensor_indices_or_sections):
        if given is not None:
            indices_or_sections = given
    axis = axis_of(dim, input.ndim)
    size = input.shape[axis]
    if isinstance(indices_or_sections, _native.TensorBase):
        indices_or_sections = _native.tolist(indices_or_sections)
    if isinstance(indices_or_sections, int):
        n = indices_or_sections
        if known(size):
            sizes = [size // n + (1 if i < size % n else 0) for i in range(n)]
            return split_with_sizes(input, sizes, axis)
        indices_or_sections = [i * (size // n) + min(i, size % n) for i in range(1, n)]
    # Slices as Python has them: an end may be negative, too large, or ahead of the start.
    from ._index import getitem
    ends = list(indices_or_sections)
    before = (slice(None),) * axis
    return tuple([getitem(input, before + (slice(start, end),))
                  for start, end in zip([0] + ends, ends + [None])])


def hsplit(input, indices_or_sections):
    return tensor_split(input, indices_or_sections, 0 if input.ndim == 1 else 1)


def vsplit(input, indices_or_sections):
    return tensor_split(input, indices_or_sections, 0)


def dsplit(input, indices_or_sections):
    return tensor_split(input, indices_or_sections, 2)


def unbind(input, dim=0):
    axis = axis_of(dim, input.ndim)
    size = input.shape[axis]
    if not known(size):
        perm = [axis] + [i for i in range(input.ndim) if i != axis]
        return _native.rows(input, input if axis == 0 else onnx.Transpose(input, perm=perm))
    return tuple([select(input, axis, i) for i in range(size)])


def diagonal(input, offset=0, dim1=0, dim2=1):
    """Elements (i, i + offset) of two axes, as a last axis; GatherND on those axes in front."""
    a, b = axis_of(dim1, input.ndim), axis_of(dim2, input.ndim)
    if a == b:
        raise shape_error(f'diagonal dimensions cannot be identical {dim1}, {dim2}')
    rows = input.shape[a] + (offset if offset < 0 else 0)
    columns = input.shape[b] - (offset if offset > 0 else 0)
    count = max(min(rows, columns), 0)
    perm = [a, b] + [i for i in range(input.ndim) if i not in (a, b)]
    back = [perm.index(i) for i in range(input.ndim)]
    last = list(range(1, input.ndim - 1)) + [0]
    first = [input.ndim - 2] + list(range(input.ndim - 2))

    def places():
        steps = onnx.Unsqueeze(count_up(0, count, 1), [1])
        return onnx.Add(onnx.Expand(steps, [1, 2]), _native.constant(
            [-offset if offset < 0 else 0, offset if offset > 0 else 0]))

    def read(base):
        return onnx.Transpose(onnx.GatherND(onnx.Transpose(base, perm=perm), places()), perm=last)

    def write(base, value):
        front = onnx.Transpose(value, perm=first)
        moved = onnx.ScatterND(onnx.Transpose(base, perm=perm), places(), front)
        return onnx.Transpose(moved, perm=back)

    return _native.view(input, read, write)


def ravel(input):
    return reshape_to(input, [product(input.shape)])


def view_as(input, other):
    return view_as_shape(input, other.shape)


def detach(input):
    return _native.alias(input)


def swapaxes(input, axis0, axis1):
    return transpose(input, axis0, axis1)


swapdims = transpose
moveaxis = movedim
