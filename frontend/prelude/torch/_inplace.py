"""Methods that write their tensor: torch's names with a trailing underscore."""
import _native
from . import _arithmetic as arithmetic
from . import _compare as compare
from . import _pointwise as pointwise
from ._support import cast, dtype_title, expanded, is_tensor, known, tensor_of

__module__ = 'torch.Tensor'


def _rank(dtype):
    """0 bool, 1 integer, 2 floating: a result may not be of a higher kind than its target."""
    if dtype.is_floating_point:
        return 2
    return 0 if dtype == _native.dtypes.bool else 1


def assign(target, result):
    """Writes a result into `target` as torch's in-place operators do."""
    if _rank(result.dtype) > _rank(target.dtype):
        raise RuntimeError(f"result type {dtype_title(result.dtype)} can't be cast to the desired "
                           f'output type {dtype_title(target.dtype)}')
    sizes, own = result.shape, target.shape
    wrong = len(sizes) != len(own)
    for a, b in zip(sizes, own):
        wrong = wrong or (known(a) and known(b) and a != b)
    if wrong:
        raise RuntimeError(f"output with shape {list(own)} doesn't match the broadcast shape "
                           f'{list(sizes)}')
    return _native.write(target, cast(result, target.dtype))


def add_(self, other, *, alpha=1):
    return assign(self, arithmetic.add(self, other, alpha=alpha))


def sub_(self, other, *, alpha=1):
    return assign(self, arithmetic.sub(self, other, alpha=alpha))


def mul_(self, other):
    return assign(self, arithmetic.mul(self, other))


def div_(self, other, *, rounding_mode=None):
    return assign(self, arithmetic.div(self, other, rounding_mode=rounding_mode))


def floor_divide_(self, other):
    return assign(self, arithmetic.floor_divide(self, other))


def remainder_(self, other):
    return assign(self, arithmetic.remainder(self, other))


def fmod_(self, other):
    return assign(self, arithmetic.fmod(self, other))


def pow_(self, exponent):
    return assign(self, arithmetic.pow(self, exponent))


def clamp_(self, min=None, max=None):
    return assign(self, arithmetic.clamp(self, min, max))


def clamp_min_(self, min):
    return assign(self, arithmetic.clamp(self, min))


def clamp_max_(self, max):
    return assign(self, arithmetic.clamp(self, None, max))


def lerp_(self, end, weight):
    return assign(self, arithmetic.lerp(self, end, weight))


def addcmul_(self, tensor1, tensor2, *, value=1):
    return assign(self, arithmetic.addcmul(self, tensor1, tensor2, value=value))


def addcdiv_(self, tensor1, tensor2, *, value=1):
    return assign(self, arithmetic.addcdiv(self, tensor1, tensor2, value=value))


def logical_and_(self, other):
    return _native.write(self, cast(compare.logical_and(self, other), self.dtype))


def logical_or_(self, other):
    return _native.write(self, cast(compare.logical_or(self, other), self.dtype))


def logical_not_(self):
    return _native.write(self, cast(pointwise.logical_not(self), self.dtype))


def bitwise_and_(self, other):
    return assign(self, compare.bitwise_and(self, other))


def bitwise_or_(self, other):
    return assign(self, compare.bitwise_or(self, other))


def bitwise_xor_(self, other):
    return assign(self, compare.bitwise_xor(self, other))


def _comparison_(self, result):
    """x.eq_(y) keeps x's dtype."""
    return _native.write(self, cast(result, self.dtype))


def eq_(self, other):
    return _comparison_(self, compare.eq(self, other))


def ne_(self, other):
    return _comparison_(self, compare.ne(self, other))


def lt_(self, other):
    return _comparison_(self, compare.lt(self, other))


def le_(self, other):
    return _comparison_(self, compare.le(self, other))


def gt_(self, other):
    return _comparison_(self, compare.gt(self, other))


def ge_(self, other):
    return _comparison_(self, compare.ge(self, other))


def exp_(self):
    return assign(self, pointwise.exp(self))


def expm1_(self):
    return assign(self, pointwise.expm1(self))


def log_(self):
    return assign(self, pointwise.log(self))


def log2_(self):
    return assign(self, pointwise.log2(self))


def log10_(self):
    return assign(self, pointwise.log10(self))


def log1p_(self):
    return assign(self, pointwise.log1p(self))


def sqrt_(self):
    return assign(self, pointwise.sqrt(self))


def rsqrt_(self):
    return assign(self, pointwise.rsqrt(self))


def reciprocal_(self):
    return assign(self, pointwise.reciprocal(self))


def sin_(self):
    return assign(self, pointwise.sin(self))


def cos_(self):
    return assign(self, pointwise.cos(self))


def tan_(self):
    return assign(self, pointwise.tan(self))


def atan_(self):
    return assign(self, pointwise.atan(self))


def tanh_(self):
    return assign(self, pointwise.tanh(self))


def sigmoid_(self):
    return assign(self, pointwise.sigmoid(self))


def erf_(self):
    return assign(self, pointwise.erf(self))


def erfinv_(self):
    return assign(self, pointwise.erfinv(self))


def relu_(self):
    return assign(self, pointwise.relu(self))


def abs_(self):
    return assign(self, pointwise.abs(self))


def neg_(self):
    return assign(self, pointwise.neg(self))


def sign_(self):
    return assign(self, pointwise.sign(self))


def floor_(self):
    return assign(self, pointwise.floor(self))


def ceil_(self):
    return assign(self, pointwise.ceil(self))


def round_(self, *, decimals=0):
    return assign(self, pointwise.round(self, decimals=decimals))


def trunc_(self):
    return assign(self, pointwise.trunc(self))


def frac_(self):
    return assign(self, pointwise.frac(self))


def square_(self):
    return assign(self, pointwise.square(self))


def bitwise_not_(self):
    return assign(self, pointwise.bitwise_not(self))


def nan_to_num_(self, nan=None, posinf=None, neginf=None):
    return assign(self, pointwise.nan_to_num(self, nan, posinf, neginf))


def copy_(self, src, non_blocking=False):
    """The source broadcasts; any dtype converts."""
    from ._index import fitted
    if not is_tensor(src):
        src = _native.constant(src)
    return _native.write(self, fitted(cast(src, self.dtype), self.shape))


def fill_(self, value):
    if is_tensor(value) and value.ndim > 0:
        raise RuntimeError('fill_ only supports 0-dimension value tensor but got tensor with '
                           f'{value.ndim} dimensions.')
    return _native.write(self, expanded(tensor_of(value, self.dtype), self.shape))


def zero_(self):
    return fill_(self, 0)


def masked_fill_(self, mask, value):
    return assign(self, compare.masked_fill(self, mask, value))


def masked_scatter_(self, mask, source):
    from ._gather import masked_scatter
    return assign(self, masked_scatter(self, mask, source))


def fill_diagonal_(self, fill_value, wrap=False):
    if wrap:
        return _native.refuse('`fill_diagonal_` with wrap=True')
    from ._view import diagonal
    if self.ndim > 2:
        return _native.refuse('`fill_diagonal_` of more than two axes')
    fill_(diagonal(self), fill_value)
    return self


def scatter_(self, dim, index, src=None, *, value=None, reduce=None):
    from ._gather import scatter
    return assign(self, scatter(self, dim, index, src, value=value, reduce=reduce))


def scatter_add_(self, dim, index, src):
    from ._gather import scatter_add
    return assign(self, scatter_add(self, dim, index, src))


def scatter_reduce_(self, dim, index, src, reduce, *, include_self=True):
    from ._gather import scatter_reduce
    return assign(self, scatter_reduce(self, dim, index, src, reduce, include_self=include_self))


def index_fill_(self, dim, index, value):
    from ._gather import index_fill
    return assign(self, index_fill(self, dim, index, value))


def index_copy_(self, dim, index, source):
    from ._gather import index_copy
    return assign(self, index_copy(self, dim, index, source))


def index_add_(self, dim, index, source, *, alpha=1):
    from ._gather import index_add
    return assign(self, index_add(self, dim, index, source, alpha=alpha))


def index_put_(self, indices, values, accumulate=False):
    from ._index_tensor import index_put
    return assign(self, index_put(self, indices, values, accumulate))


def tril_(self, diagonal=0):
    from ._matrix import tril
    return assign(self, tril(self, diagonal))


def triu_(self, diagonal=0):
    from ._matrix import triu
    return assign(self, triu(self, diagonal))


def cumsum_(self, dim, *, dtype=None):
    from ._search import cumsum
    return assign(self, cumsum(self, dim, dtype=dtype))


def addmm_(self, mat1, mat2, *, beta=1, alpha=1):
    from ._matrix import addmm
    return assign(self, addmm(self, mat1, mat2, beta=beta, alpha=alpha))


subtract_ = sub_
multiply_ = mul_
divide_ = div_
true_divide_ = div_
clip_ = clamp_
absolute_ = abs_
negative_ = neg_
arctan_ = atan_
greater_ = gt_
greater_equal_ = ge_
less_ = lt_
less_equal_ = le_
not_equal_ = ne_
