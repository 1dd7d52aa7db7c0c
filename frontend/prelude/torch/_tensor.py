"""class Tensor. Its methods are the functions of this package; few are written here."""
import _native
import onnx

__module__ = 'torch'


class Tensor(_native.TensorBase):

    from ._pointwise import (
        abs, absolute, acos, acosh, arccos, arccosh, arcsin, arcsinh, arctan, arctanh, asin, asinh,
        atan, atanh, bitwise_not, ceil, cos, cosh, deg2rad, erf, erfc, erfinv, exp, exp2, expm1, fix,
        floor, frac, isfinite, isinf, isnan, isneginf, isposinf, log, log10, log1p, log2,
        logical_not, logit, nan_to_num, neg, negative, positive, rad2deg, reciprocal, relu, round,
        rsqrt, sgn, sigmoid, sign, sin, sinc, sinh, sqrt, square, tan, tanh, trunc)
    from ._arithmetic import (
        add, addcdiv, addcmul, arctan2, atan2, clamp, clamp_max, clamp_min, clip, copysign, div,
        divide, float_power, floor_divide, fmax, fmin, fmod, hypot, lerp, logaddexp, maximum,
        minimum, mul, multiply, pow, remainder, sub, subtract, true_divide, xlogy)
    from ._compare import (
        allclose, bitwise_and, bitwise_left_shift, bitwise_or, bitwise_right_shift, bitwise_xor,
        eq, equal, ge, greater, greater_equal, gt, isclose, le, less, less_equal, logical_and,
        logical_or, logical_xor, lt, masked_fill, ne, not_equal)
    from ._reduce import (
        all, amax, amin, aminmax, any, argmax, argmin, count_nonzero, dist, logsumexp, max, mean,
        median, min, nanmean, nanmedian, nansum, norm, prod, std, sum, var)
    from ._view import (
        adjoint, chunk, detach, diagonal, dsplit, flatten, hsplit, moveaxis, movedim,
        narrow, ravel, select, split_with_sizes, squeeze, swapaxes, swapdims, t,
        tensor_split, transpose, unbind, unflatten, unsqueeze, view_as, vsplit)
    from ._join import fliplr, flipud, repeat_interleave, roll, rot90
    from ._gather import (
        gather, index_add, index_copy, index_fill, index_select, masked_scatter, masked_select,
        scatter, scatter_add, scatter_reduce, take, take_along_dim)
    from ._index_tensor import index_put
    from ._search import (
        argsort, argwhere, bincount, cummax, cummin, cumprod, cumsum, diff, histc, kthvalue,
        logcumsumexp, mode, msort, nonzero, sort, topk, unique, unique_consecutive)
    from ._matrix import (
        addbmm, addmm, addmv, baddbmm, bmm, cross, diag, diag_embed, dot, ger, inner, kron,
        matmul, matrix_power, mm, mv, outer, trace, tril, triu, vdot)
    from ._elimination import cholesky, det, inverse, logdet, slogdet
    from ._stft import stft
    from ._softmax import softmax, log_softmax
    from ._random import (
        bernoulli, bernoulli_, cauchy_, exponential_, geometric_, log_normal_, multinomial,
        normal_, random_, uniform_)
    from ._inplace import (
        abs_, absolute_, acos_, acosh_, add_, addcdiv_, addcmul_, addmm_, arccos_, arccosh_,
        arcsin_, arcsinh_, arctan2_, arctan_, arctanh_, asin_, asinh_, atan2_, atan_, atanh_,
        bitwise_and_, bitwise_left_shift_, bitwise_not_, bitwise_or_, bitwise_right_shift_,
        bitwise_xor_, ceil_, clamp_, clamp_max_, clamp_min_, clip_, copy_, copysign_, cos_, cosh_,
        cumsum_, deg2rad_, div_, divide_, eq_, erf_, erfc_, erfinv_, exp2_, exp_, expm1_, fill_,
        fill_diagonal_, fix_, float_power_, floor_, floor_divide_, fmod_, frac_, ge_, greater_,
        greater_equal_, gt_, hypot_, index_add_, index_copy_, index_fill_, index_put_, le_, lerp_,
        less_, less_equal_, log10_, log1p_, log2_, log_, logical_and_, logical_not_, logical_or_,
        logical_xor_, logit_, lt_, masked_fill_, masked_scatter_, mul_, multiply_, nan_to_num_,
        ne_, neg_, negative_, not_equal_, pow_, rad2deg_, reciprocal_, relu_, remainder_, round_,
        rsqrt_, scatter_, scatter_add_, scatter_reduce_, sgn_, sigmoid_, sign_, sin_, sinc_, sinh_,
        sqrt_, square_, sub_, subtract_, tan_, tanh_, tril_, triu_, true_divide_, trunc_, xlogy_,
        zero_)
    from ._convert import (
        bfloat16, bool, byte, char, contiguous, clone, cpu, cuda, double, float, half, int, long,
        numpy, short, to, type, type_as)
    from ._methods import (
        as_strided, broadcast_to, dim, element_size, expand, expand_as, flip, get_device, is_complex,
        is_contiguous, is_floating_point, is_pinned, is_signed, item, ndimension, nelement, new,
        new_empty, new_full, new_ones, new_tensor, new_zeros, numel, permute, pin_memory, repeat,
        reshape, reshape_as, resize, resize_, resolve_conj, resolve_neg, share_memory_, size, squeeze_,
        stride, sum_to_size, swapaxes_, swapdims_, t_, tile, transpose_, unfold, unsqueeze_, view,
        where, backward, data_ptr, detach_, register_hook, requires_grad_, retain_grad, set_, split,
        is_set_to, storage, storage_offset, tolist, untyped_storage)
    from ._refused import (
        eig, geqrf, istft, lu, pinverse, qr, svd, symeig, to_dense, to_mkldnn,
        is_sparse_csr)
    from ._quantile import nanquantile, quantile
    from ._complex import angle, conj
    from .nn._functional.activation import prelu
    from ._sparse import to_sparse

    # Operators.
    from ._arithmetic import (
        add as __add__, add as __radd__, sub as __sub__, rsub as __rsub__, mul as __mul__,
        mul as __rmul__, true_divide as __truediv__, floor_divide as __floordiv__,
        remainder as __mod__, pow as __pow__)
    from ._compare import (
        lt as __lt__, le as __le__, gt as __gt__, ge as __ge__, bitwise_and as __and__,
        bitwise_and as __rand__, bitwise_or as __or__, bitwise_or as __ror__,
        bitwise_xor as __xor__, bitwise_xor as __rxor__, bitwise_left_shift as __lshift__,
        bitwise_right_shift as __rshift__)
    from ._pointwise import (
        neg as __neg__, positive as __pos__, abs as __abs__, bitwise_not as __invert__)
    from ._matrix import matmul as __matmul__
    from ._inplace import (
        add_ as __iadd__, sub_ as __isub__, mul_ as __imul__, div_ as __itruediv__,
        floor_divide_ as __ifloordiv__, remainder_ as __imod__, pow_ as __ipow__,
        bitwise_left_shift_ as __ilshift__, bitwise_right_shift_ as __irshift__,
        bitwise_and_ as __iand__, bitwise_or_ as __ior__, bitwise_xor_ as __ixor__)
    from ._index import getitem as __getitem__, setitem as __setitem__
    from ._operators import (
        eq_operator as __eq__, ne_operator as __ne__, rtruediv as __rtruediv__,
        rfloordiv as __rfloordiv__, rmod as __rmod__, rpow as __rpow__, rmatmul as __rmatmul__,
        rlshift as __rlshift__, rrshift as __rrshift__,
        to_int as __int__, to_float as __float__, to_int as __index__, length as __len__,
        iterate as __iter__, contains as __contains__, identity_hash as __hash__,
        text as __repr__, text_as as __format__, round_operator as __round__,
        array as __array__, deep_copy as __deepcopy__, imatmul as __imatmul__,
        truth as __bool__, shallow_copy as _shallow_copy, deep_copy as _deep_copy)

    def __new__(cls, *args, device=None):
        from ._operators import construct
        return construct(cls, args)

    def __init__(self, *args, **kwargs):
        pass

    from ._methods import T, mT, H, mH, data, device, grad, is_cuda, is_leaf, layout
    from ._methods import (grad_fn, is_sparse, is_quantized, is_mkldnn, is_meta, is_mps, itemsize,
                           names, nbytes, real, imag, output_nr)
