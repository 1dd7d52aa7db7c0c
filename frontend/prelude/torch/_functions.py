"""torch.NAME for what lives elsewhere under another signature, and torch's settings."""
import _native
import onnx
from ._support import dtypes, is_number, product, refuse_out
from ._support import is_tensor as _is_tensor
from .nn.functional import (
    adaptive_avg_pool1d, adaptive_max_pool1d, alpha_dropout, avg_pool1d, bilinear, celu, celu_,
    channel_shuffle, conv1d, conv2d, conv3d, conv_tbc, cosine_similarity, dropout, gelu,
    hardshrink, kl_div, pairwise_distance, pdist, pixel_shuffle, pixel_unshuffle, prelu, relu_,
    rms_norm, rrelu, selu, selu_, threshold, threshold_, triplet_margin_loss)
from .nn.functional import batch_norm as _batch_norm
from .nn.functional import instance_norm as _instance_norm
from .nn.functional import layer_norm as _layer_norm
from .nn.functional import group_norm as _group_norm
from .nn.functional import max_pool1d as _max_pool1d
from .nn.functional import max_pool2d as _max_pool2d
from .nn.functional import max_pool3d as _max_pool3d
from .nn.functional import conv_transpose1d, conv_transpose2d, conv_transpose3d
from .nn.functional import embedding as _embedding
from .nn.functional import embedding_bag as _embedding_bag
from .nn.functional import binary_cross_entropy_with_logits as _bce_with_logits
from ._inplace import (
    abs_, ceil_, clamp_, exp_, fill_, floor_, log_, neg_, round_, rsqrt_, sigmoid_, sqrt_,
    square_, tanh_, zero_)
from .autograd import inference_mode, is_inference_mode_enabled

__module__ = 'torch'


# Functions whose order of arguments differs from torch.nn.functional's.

def batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps,
               cudnn_enabled=True):
    return _batch_norm(input, running_mean, running_var, weight, bias, training, momentum, eps)


def instance_norm(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps,
                  cudnn_enabled=True):
    return _instance_norm(input, running_mean, running_var, weight, bias, use_input_stats,
                          momentum, eps)


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5, cudnn_enable=True):
    return _layer_norm(input, normalized_shape, weight, bias, eps)


def native_layer_norm(input, normalized_shape, weight, bias, eps):
    return _native.refuse('`native_layer_norm` returns statistics', 'use layer_norm')


def group_norm(input, num_groups, weight=None, bias=None, eps=1e-5, cudnn_enabled=True):
    return _group_norm(input, num_groups, weight, bias, eps)


def max_pool1d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False):
    return _max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode)


def max_pool2d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False):
    return _max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode)


def max_pool3d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False):
    return _max_pool3d(input, kernel_size, stride, padding, dilation, ceil_mode)


def embedding(weight, indices, padding_idx=-1, scale_grad_by_freq=False, sparse=False):
    return _embedding(indices, weight)


def embedding_bag(weight, indices, offsets=None, scale_grad_by_freq=False, mode=0, sparse=False,
                  per_sample_weights=None, include_last_offset=False, padding_idx=None):
    return _embedding_bag(indices, weight, offsets, mode=['sum', 'mean', 'max'][mode],
                          per_sample_weights=per_sample_weights,
                          include_last_offset=include_last_offset, padding_idx=padding_idx)


def binary_cross_entropy_with_logits(input, target, weight=None, pos_weight=None, reduction=1):
    modes = ['none', 'mean', 'sum']
    return _bce_with_logits(input, target, weight, reduction=modes[reduction],
                            pos_weight=pos_weight)


def dropout_(input, p=0.5, training=True):
    return dropout(input, p, training, True)


def alpha_dropout_(input, p=0.5, training=True):
    return alpha_dropout(input, p, training, True)


def feature_dropout(input, p, train):
    from .nn.functional import dropout2d
    return dropout2d(input, p, train)


def clone(input, *, memory_format=None):
    return onnx.Identity(input)


def detach_copy(input):
    return onnx.Identity(input)


# Questions.

def is_tensor(obj):
    return _is_tensor(obj)


def is_floating_point(input):
    return input.dtype.is_floating_point


def is_conj(input):
    return False


def is_signed(input):
    return input.dtype.is_signed


def is_storage(obj):
    return False


def is_inference(input):
    return False


def is_nonzero(input):
    return bool(input)


def is_same_size(input, other):
    return tuple(input.shape) == tuple(other.shape)


def numel(input):
    return product(input.shape)


def result_type(tensor1, tensor2):
    return _native.promote(tensor1, tensor2)


def promote_types(type1, type2):
    return _native.promote_dtypes(type1, type2)


def can_cast(from_, to):
    def kind(dtype):
        return 2 if dtype.is_floating_point else 0 if dtype == dtypes.bool else 1
    return kind(from_) <= kind(to)


def typename(o):
    if _is_tensor(o):
        return o.type()
    cls = o if isinstance(o, type) else type(o)
    return f'{cls.__module__}.{cls.__name__}'


# Raised rather than asserted: what the prelude asserts is torch's own affair, and not shown.

def _assert(condition, message):
    if not condition:
        raise AssertionError(message)


def _assert_async(input, assert_msg='Expected Tensor with single nonzero value, but got zero'):
    if not input:
        raise RuntimeError(assert_msg)


def _check_with(error_type, cond, message=None):
    if not isinstance(cond, bool):
        raise TypeError(f'cond must be a bool, but got {type(cond)}')
    if not cond:
        raise error_type('Expected cond to be True, but got False' if message is None else message())


def _check(cond, message=None):
    _check_with(RuntimeError, cond, message)


def _check_tensor_all_with(error_type, cond, message=None):
    _check_with(error_type, bool(cond.all()), message)


def _check_tensor_all(cond, message=None):
    _check_tensor_all_with(RuntimeError, cond, message)


def _check_is_size(i, message=None):
    _check(i >= 0, message)


def _shape_as_tensor(input):
    return _native.constant(list(input.shape))


def unravel_index(indices, shape):
    from ._arithmetic import floor_divide, remainder
    found = []
    for size in reversed(list(shape)):
        found.append(remainder(indices, size))
        indices = floor_divide(indices, size)
    found.reverse()
    return tuple(found)


# Symbolic numbers are Python's here.

def sym_int(a):
    return int(a)


def sym_float(a):
    return float(a)


def sym_max(a, b):
    return max(a, b)


def sym_min(a, b):
    return min(a, b)


def sym_not(a):
    return not a


# Settings.

def get_default_dtype():
    return dtypes.float32


def set_default_dtype(d):
    if d != dtypes.float32:
        return _native.refuse('a default dtype other than float32',
                              'give dtype= where tensors are made')


def set_default_tensor_type(t):
    dtype = getattr(t, 'tensor_dtype', None)
    if dtype != dtypes.float32 and t not in ('torch.FloatTensor', 'torch.cuda.FloatTensor'):
        return _native.refuse('a default tensor type other than FloatTensor',
                              'give dtype= where tensors are made')


def get_default_device():
    from ._device import CPU
    return CPU


def set_default_device(device):
    return None


def fill(input, value):
    return fill_(input.clone(), value)


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None,
                     sci_mode=None):
    return None


def set_num_threads(n):
    return None


def set_num_interop_threads(n):
    return None


def get_num_threads():
    return 1


def use_deterministic_algorithms(mode, *, warn_only=False):
    return None


def are_deterministic_algorithms_enabled():
    return False


def is_deterministic_algorithms_warn_only_enabled():
    return False


def set_deterministic_debug_mode(debug_mode):
    return None


def set_float32_matmul_precision(precision):
    return None


def get_float32_matmul_precision():
    return 'highest'


def set_warn_always(b):
    return None


def is_warn_always_enabled():
    return False


def compile(model=None, **options):
    """Compiling changes no numbers."""
    if model is None:
        return lambda f: f
    return model


def vmap(func, in_dims=0, out_dims=0, randomness='error'):
    return _native.refuse('`vmap` has no lowering', 'write the batch axis out')


class Stream:

    def __init__(self, *args, **kwargs):
        _native.refuse('streams have no meaning in an exported graph')
