"""torch: dtypes, functions and submodules. A name is loaded from its file when it is first used."""
import _native
import sys as _sys

# dtypes
dtype = type(_native.dtypes.float32)
float32 = _native.dtypes.float32
float = _native.dtypes.float32
float64 = _native.dtypes.float64
double = _native.dtypes.float64
float16 = _native.dtypes.float16
half = _native.dtypes.float16
bfloat16 = _native.dtypes.bfloat16
int64 = _native.dtypes.int64
long = _native.dtypes.int64
int32 = _native.dtypes.int32
int = _native.dtypes.int32
int16 = _native.dtypes.int16
short = _native.dtypes.int16
int8 = _native.dtypes.int8
uint8 = _native.dtypes.uint8
bool = _native.dtypes.bool

# Numbers and markers
pi = 3.141592653589793
e = 2.718281828459045
inf = 1e400
nan = inf - inf
newaxis = None
strided = 'torch.strided'
sparse_coo = 'torch.sparse_coo'
sparse_csr = 'torch.sparse_csr'
contiguous_format = legacy_contiguous_format = 'torch.contiguous_format'
channels_last = 'torch.channels_last'
channels_last_3d = 'torch.channels_last_3d'
preserve_format = 'torch.preserve_format'
__version__ = '2.6.0'

from ._tensor import Tensor
from ._device import device
from ._size import Size
from ._info import finfo, iinfo
from ._random import (
    Generator, bernoulli, default_generator, get_rng_state, initial_seed, manual_seed,
    multinomial, normal, poisson, rand, rand_like, randint, randint_like, randn, randn_like,
    randperm, seed, set_rng_state)
from ._create import (
    arange, as_tensor, asarray, bartlett_window, blackman_window, empty, empty_like,
    empty_strided, eye, from_numpy, full, full_like, hamming_window, hann_window, kaiser_window,
    linspace, logspace, ones, ones_like, range, scalar_tensor, tensor, zeros, zeros_like)
from ._pointwise import (
    abs, absolute, acos, acosh, arccos, arccosh, arcsin, arcsinh, arctan, arctanh, asin, asinh,
    atan, atanh, bitwise_not, ceil, cos, cosh, deg2rad, erf, erfc, erfinv, exp, exp2, expm1, fix,
    floor, frac, isfinite, isinf, isnan, isneginf, isposinf, log, log10, log1p, log2, logical_not,
    logit, nan_to_num, neg, negative, positive, rad2deg, reciprocal, relu, round, rsqrt, sgn, sigmoid,
    sign, sin, sinc, sinh, sqrt, square, tan, tanh, trunc)
from ._arithmetic import (
    add, addcdiv, addcmul, arctan2, atan2, clamp, clamp_max, clamp_min, clip, copysign, div,
    divide, float_power, floor_divide, fmax, fmin, fmod, hypot, lerp, logaddexp, maximum, minimum,
    mul, multiply, pow, remainder, rsub, sub, subtract, true_divide, xlogy)
from ._compare import (
    allclose, bitwise_and, bitwise_left_shift, bitwise_or, bitwise_right_shift, bitwise_xor, eq,
    equal, ge, greater, greater_equal, gt, isclose, isin, le, less, less_equal, logical_and,
    logical_or, logical_xor, lt, masked_fill, ne, not_equal, where)
from ._reduce import (
    all, amax, amin, aminmax, any, argmax, argmin, count_nonzero, dist, logsumexp, max, mean,
    median, min, nanmean, nanmedian, nansum, norm, prod, std, std_mean, sum, var, var_mean)
from ._view import (
    adjoint, broadcast_to, chunk, detach, diagonal, dsplit, flatten, hsplit, moveaxis, movedim,
    narrow, permute, ravel, reshape, select, split, split_with_sizes, squeeze, swapaxes, swapdims,
    t, tensor_split, transpose, unbind, unflatten, unsqueeze, vsplit)
from ._join import (
    atleast_1d, atleast_2d, atleast_3d, block_diag, broadcast_shapes, broadcast_tensors,
    cartesian_prod, cat, column_stack, combinations, concat, concatenate, dstack, flip, fliplr,
    flipud, hstack, meshgrid, repeat_interleave, roll, rot90, row_stack, stack, tile, vstack)
from ._gather import (
    gather, index_add, index_copy, index_fill, index_select, masked_scatter, masked_select,
    scatter, scatter_add, scatter_reduce, take, take_along_dim)
from ._index_tensor import index_put
from ._search import (
    argsort, argwhere, bincount, bucketize, cummax, cummin, cumprod, cumsum, diff, histc,
    kthvalue, logcumsumexp, mode, msort, nonzero, searchsorted, sort, topk, trapezoid,
    trapz, unique, unique_consecutive)
from ._matrix import (
    addbmm, addmm, addmv, addr, baddbmm, bmm, cdist, chain_matmul, cross, diag, diag_embed,
    diagflat, dot, einsum, ger, inner, kron, matmul, matrix_power, mm, mv,
    outer, tensordot, trace, tril, tril_indices, triu, triu_indices, vdot)
from ._elimination import cholesky, det, inverse, logdet, slogdet
from ._softmax import log_softmax, softmax
from ._functions import (
    Stream, adaptive_avg_pool1d, adaptive_max_pool1d, alpha_dropout, alpha_dropout_,
    are_deterministic_algorithms_enabled, avg_pool1d, batch_norm, bilinear,
    binary_cross_entropy_with_logits, celu, celu_, clone, compile, conv1d, conv2d, conv3d, conv_tbc,
    conv_transpose1d, conv_transpose2d, conv_transpose3d, cosine_similarity, detach_copy, dropout,
    dropout_, embedding, embedding_bag, feature_dropout, gelu, get_default_device,
    get_default_dtype, get_num_threads, group_norm, hardshrink, inference_mode, instance_norm,
    is_conj, is_floating_point, is_inference, is_inference_mode_enabled, is_nonzero,
    is_same_size, is_signed, is_storage, is_tensor, is_warn_always_enabled, kl_div, layer_norm,
    native_layer_norm, numel, pairwise_distance, pdist, pixel_shuffle, pixel_unshuffle, prelu,
    promote_types, relu_, result_type, rms_norm, rrelu, selu, selu_, set_default_device,
    set_default_dtype, set_default_tensor_type, set_deterministic_debug_mode,
    set_float32_matmul_precision, get_float32_matmul_precision, set_num_interop_threads,
    set_num_threads, set_printoptions, set_warn_always, sigmoid_, tanh_, threshold, threshold_,
    triplet_margin_loss, typename, use_deterministic_algorithms, can_cast, channel_shuffle,
    max_pool1d, max_pool2d, max_pool3d, _assert, _assert_async, _check, _check_is_size,
    _check_tensor_all, _check_tensor_all_with, _check_with, _shape_as_tensor, sym_float, sym_int,
    sym_max, sym_min, sym_not, vmap, unravel_index, is_deterministic_algorithms_warn_only_enabled,
    exp_, log_, sqrt_, neg_, abs_, floor_, ceil_, round_, clamp_, zero_, fill, fill_, rsqrt_,
    square_)
from ._typed import (
    BFloat16Tensor, BoolTensor, ByteTensor, CharTensor, DoubleTensor, FloatTensor, HalfTensor,
    IntTensor, LongTensor, ShortTensor)
from ._refused import (
    eig, geqrf, istft, lstsq, lu, pinverse, qr, save, solve, sparse_coo_tensor, svd,
    symeig)
from ._quantile import nanquantile, quantile
from ._complex import (
    angle, complex, complex32, complex64, complex64 as cfloat, complex128, complex128 as cdouble,
    conj, imag, is_complex, polar, real, view_as_complex, view_as_real)
from ._stft import stft
from ._unread_weights import load
from ._float8 import float8_e4m3fn, float8_e4m3fnuz, float8_e5m2, float8_e5m2fnuz
from .autograd import enable_grad, is_grad_enabled, no_grad, set_grad_enabled
from .amp import autocast, get_autocast_gpu_dtype, is_autocast_enabled
from . import (
    _C, _subclasses, accelerator, amp, autograd, backends, compiler, cuda, distributed,
    distributions, fft, func, fx, hub, jit, linalg, nn, onnx, ops, optim, overrides, quantization,
    return_types, special, types, utils, version, xpu)
