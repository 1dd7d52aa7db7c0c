"""Methods and properties of Tensor that are no functions of torch, or take other arguments."""
import _native
import onnx
from . import _view
from ._errors import dtype_error, shape_error
from ._support import (axis_of, cast, count_up, dtype_class, is_tensor, known, product, same,
                       same_sizes, sizes_of)

__module__ = 'torch.Tensor'


def dim(self):
    return self.ndim


def ndimension(self):
    return self.ndim


def size(self, dim=None):
    if dim is None:
        return self.shape
    return self.shape[axis_of(dim, self.ndim)]


def numel(self):
    return product(self.shape)


def nelement(self):
    return product(self.shape)


def item(self):
    return _native.item(self)


def tolist(self):
    return _native.tolist(self)


def element_size(self):
    return self.dtype.itemsize


def is_floating_point(self):
    return self.dtype.is_floating_point


def is_complex(self):
    return False


def is_signed(self):
    return self.dtype.is_signed


def is_contiguous(self, memory_format=None):
    """Every tensor can be taken for contiguous: what depends on it is layout, not numbers."""
    return True


def is_pinned(self, device=None):
    return False


def get_device(self):
    return -1


def view(self, *shape, dtype=None, size=None):
    if len(shape) == 1 and isinstance(shape[0], dtype_class):
        dtype = shape[0]
    if dtype is not None:
        if dtype == self.dtype:
            return _native.alias(self)
        return _native.refuse('`view(dtype)` reinterprets bits, which ONNX cannot', code='NN602')
    return _view.view_as_shape(self, sizes_of(shape, size))


def reshape(self, *sizes, shape=None):
    return _view.reshape_to(self, sizes_of(sizes, shape, 'shape'))


def resize(self, *sizes):
    """Deprecated, and no other than `reshape`, but that it takes sizes alone, and infers none."""
    if -1 in sizes:
        raise shape_error('requested resize to a negative size')
    return _view.reshape_to(self, sizes)


def reshape_as(self, other):
    return _view.reshape_to(self, other.shape)


def permute(self, *axes, dims=None):
    return _view.permute(self, sizes_of(axes, dims, 'dims'))


def expand(self, *sizes, size=None, implicit=False):
    return _view.expand_to(self, sizes_of(sizes, size))


def broadcast_to(self, *sizes, size=None):
    return _view.expand_to(self, sizes_of(sizes, size))


def flip(self, *axes, dims=None):
    from ._join import flip
    return flip(self, sizes_of(axes, dims, 'dims'))


def expand_as(self, other):
    return _view.expand_to(self, other.shape)


def split(self, split_size, dim=0):
    return _view.split(self, split_size, dim)


def repeat(self, *sizes, repeats=None):
    from ._join import repeat_sizes
    return repeat_sizes(self, sizes_of(sizes, repeats, 'repeats'))


def tile(self, *sizes, dims=None):
    from ._join import tile
    return tile(self, sizes_of(sizes, dims, 'dims'))


def sum_to_size(self, *size):
    sizes = sizes_of(size)
    if not sizes:
        from ._reduce import sum
        return sum(self)
    extra = self.ndim - len(sizes)
    axes = [i for i in range(self.ndim)
            if i < extra or (same(sizes[i - extra], 1) and not same(self.shape[i], 1))]
    if not axes:
        return self
    from ._reduce import sum
    total = sum(self, axes, True)
    return onnx.Squeeze(total, list(range(extra))) if extra else total


def unfold(self, dimension, size, step):
    """Windows of an axis, each along a new last axis: a Gather of their places."""
    axis = axis_of(dimension, self.ndim)
    if self.ndim == 0:
        return onnx.Reshape(self, [1])
    length = self.shape[axis]
    if known(length) and known(size) and size > length:
        raise shape_error(f'maximum size for tensor at dimension {axis} is {length} but size is '
                          f'{size}')
    count = (length - size) // step + 1
    starts = onnx.Unsqueeze(count_up(0, count * step, step), [1])
    places = onnx.Add(starts, count_up(0, size, 1))
    windows = onnx.Gather(self, places, axis=axis)
    order = [i for i in range(windows.ndim) if i != axis + 1] + [axis + 1]
    if order == sorted(order):
        return windows
    return onnx.Transpose(windows, perm=order)


def where(self, condition, other):
    from ._compare import where
    return where(condition, self, other)


def as_strided(self, size, stride, storage_offset=0):
    return _native.refuse('`as_strided` looks at memory, which ONNX does not have',
                          'use slices, unfold or expand')


def stride(self, dim=None):
    return _native.refuse('`stride` looks at memory, which ONNX does not have')


# In-place changes of shape: the object, by whatever name it is known, becomes another view of its
# memory. Views and aliases that it has stay as they are.

def _become(self, name, view):
    if not _native.become(self, view):
        return _native.refuse(f'`{name}` changes the shape of a tensor object that a path, or the '
                              'next call, has to find as it was',
                              f'use `{name[:-1]}` and assign its result')
    return self


def squeeze_(self, dim=None):
    return _become(self, 'squeeze_', _view.squeeze(_native.alias(self), dim))


def unsqueeze_(self, dim):
    return _become(self, 'unsqueeze_', _view.unsqueeze(_native.alias(self), dim))


def transpose_(self, dim0, dim1):
    return _become(self, 'transpose_', _view.transpose(_native.alias(self), dim0, dim1))


def swapaxes_(self, axis0, axis1):
    return _become(self, 'swapaxes_', _view.transpose(_native.alias(self), axis0, axis1))


def swapdims_(self, dim0, dim1):
    return _become(self, 'swapdims_', _view.transpose(_native.alias(self), dim0, dim1))


def t_(self):
    return _become(self, 't_', _view.t(_native.alias(self)))


def resize_(self, *sizes, memory_format=None):
    """To its own sizes: nothing. To others, torch reads the memory in its order, whatever the
    strides are, and beyond its end."""
    if same_sizes(self.shape, sizes_of(sizes)):
        return self
    return _native.refuse('`resize_` to other sizes looks at memory, which ONNX does not have',
                          'use `reshape`, or make a new tensor')


def set_(self, source=None, storage_offset=0, size=None, stride=None):
    """Without a source: the memory is given back. Other tensors that share it keep it."""
    if source is not None or not _native.release(self):
        return _native.refuse('`set_` replaces the storage of a tensor')
    return self


# New tensors of the same dtype.

def new_zeros(self, *sizes, size=None, dtype=None, device=None, requires_grad=False, layout=None,
              pin_memory=False):
    from ._create import zeros
    return zeros(*sizes, size=size, dtype=dtype or self.dtype, requires_grad=requires_grad)


def new_ones(self, *sizes, size=None, dtype=None, device=None, requires_grad=False, layout=None,
             pin_memory=False):
    from ._create import ones
    return ones(*sizes, size=size, dtype=dtype or self.dtype, requires_grad=requires_grad)


def new_empty(self, *sizes, size=None, dtype=None, device=None, requires_grad=False, layout=None,
              pin_memory=False):
    return new_zeros(self, *sizes, size=size, dtype=dtype, requires_grad=requires_grad)


def new_full(self, size, fill_value, dtype=None, device=None, requires_grad=False, layout=None,
             pin_memory=False):
    from ._create import full
    return full(size, fill_value, dtype=dtype or self.dtype, requires_grad=requires_grad)


def new_tensor(self, data, dtype=None, device=None, requires_grad=False):
    from ._create import tensor
    return tensor(data, dtype=dtype or self.dtype, requires_grad=requires_grad)


def new(self, *args, device=None):
    """The legacy constructor: sizes, or a list of numbers."""
    from ._create import empty, tensor
    if len(args) == 1 and is_tensor(args[0]):
        return cast(args[0], self.dtype)
    if len(args) == 1 and isinstance(args[0], list):
        return tensor(args[0], dtype=self.dtype)
    if len(args) == 1 and is_tensor(getattr(args[0], '_tensor', None)):
        return cast(args[0]._tensor, self.dtype)
    return empty(*(args or (0,)), dtype=self.dtype)


# Gradients and memory, neither of which an exported graph has.

def requires_grad_(self, requires_grad=True):
    self.requires_grad = requires_grad
    return self


def detach_(self):
    self.requires_grad = False
    return self


def retain_grad(self):
    return None


def register_hook(self, hook):
    return _native.refuse('a hook on a gradient has no meaning in an exported graph')


def backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None):
    return _native.refuse('an exported graph has no backward pass')


def data_ptr(self):
    """Programs ask it for alignment, and compute the same either way: a result that depends on it
    is refused."""
    return _native.memory_address()


def is_set_to(self, tensor):
    return self is tensor


def storage(self):
    return _native.refuse('the storage of a tensor is not accessible')


def untyped_storage(self):
    return storage(self)


def storage_offset(self):
    return _native.refuse('`storage_offset` looks at memory, which ONNX does not have')


def pin_memory(self, device=None):
    return self


def share_memory_(self):
    return self


def resolve_conj(self):
    return self


def resolve_neg(self):
    return self


# Properties.

@property
def T(self):
    """All axes reversed."""
    if self.ndim < 2:
        return _native.alias(self)
    return _view.permute(self, list(range(self.ndim - 1, -1, -1)))


@property
def mT(self):
    if self.ndim < 2:
        return _native.alias(self)
    return _view.transpose(self, -2, -1)


@property
def H(self):
    return _view.t(self)


@property
def mH(self):
    if self.ndim < 2:
        return _native.alias(self)
    return _view.transpose(self, -2, -1)


def _get_data(self):
    return _native.alias(self)


def _set_data(self, value):
    """`parameter.data = tensor`: the contents, for the same shape."""
    from ._inplace import copy_
    if len(value.shape) != self.ndim or value.dtype != self.dtype:
        return _native.refuse('`.data = ` with another shape or dtype',
                              'make a new tensor or Parameter')
    copy_(self, value)


data = property(_get_data, _set_data)


@property
def device(self):
    from ._device import CPU
    return CPU


@property
def layout(self):
    return 'torch.strided'


@property
def itemsize(self):
    return self.dtype.itemsize


@property
def nbytes(self):
    return self.dtype.itemsize * product(self.shape)


@property
def names(self):
    return (None,) * self.ndim


@property
def real(self):
    return _native.alias(self)


@property
def imag(self):
    raise dtype_error('imag is not implemented for tensors with non-complex dtypes.')


grad = None
grad_fn = None
is_leaf = True
is_cuda = False
is_sparse = False
is_quantized = False
is_mkldnn = False
is_meta = False
is_mps = False
output_nr = 0
