"""Methods that write their tensor: torch's names with a trailing underscore."""
import _native
from . import _arithmetic as arithmetic
from . import _compare as compare
from . import _pointwise as pointwise
from ._errors import dtype_error, shape_error
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
        raise dtype_error(f"result type {dtype_title(result.dtype)} can't be cast to the desired "
                          f'output type {dtype_title(target.dtype)}')
    sizes, own = result.shape, target.shape
    wrong = len(sizes) != len(own)
    for a, b in zip(sizes, own):
        wrong = wrong or (known(a) and known(b) and a != b)
    if wrong:
        raise shape_error(f"output with shape {list(own)} doesn't match the broadcast shape "
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


def logical_xor_(self, other):
    return _native.write(self, cast(compare.logical_xor(self, other), self.dtype))


def bitwise_and_(self, other):
    return assign(self, compare.bitwise_and(self, other))


def bitwise_or_(self, other):
    return assign(self, compare.bitwise_or(self, other))


def bitwise_xor_(self, other):
    return assign(self, compare.bitwise_xor(self, other))


def bitwise_left_shift_(self, other):
    return assign(self, compare.bitwise_left_shift(self, other))


def bitwise_right_shift_(self, other):
    return assign(self, compare.bitwise_right_shift(self, other))


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


def _writing(function):
    """The method that writes what a function of its tensor gives."""

    def method(self, *args, **kwargs):
        return assign(self, function(self, *args, **kwargs))

    method.__name__ = method.__qualname__ = function.__name__ + '_'
    return method


abs_ = _writing(pointwise.abs)
acos_ = _writing(pointwise.acos)
acosh_ = _writing(pointwise.acosh)
asin_ = _writing(pointwise.asin)
asinh_ = _writing(pointwise.asinh)
atan_ = _writing(pointwise.atan)
atanh_ = _writing(pointwise.atanh)
bitwise_not_ = _writing(pointwise.bitwise_not)
ceil_ = _writing(pointwise.ceil)
cos_ = _writing(pointwise.cos)
cosh_ = _writing(pointwise.cosh)
deg2rad_ = _writing(pointwise.deg2rad)
erf_ = _writing(pointwise.erf)
erfc_ = _writing(pointwise.erfc)
erfinv_ = _writing(pointwise.erfinv)
exp_ = _writing(pointwise.exp)
exp2_ = _writing(pointwise.exp2)
expm1_ = _writing(pointwise.expm1)
floor_ = _writing(pointwise.floor)
frac_ = _writing(pointwise.frac)
log_ = _writing(pointwise.log)
log10_ = _writing(pointwise.log10)
log1p_ = _writing(pointwise.log1p)
log2_ = _writing(pointwise.log2)
logit_ = _writing(pointwise.logit)
nan_to_num_ = _writing(pointwise.nan_to_num)
neg_ = _writing(pointwise.neg)
rad2deg_ = _writing(pointwise.rad2deg)
reciprocal_ = _writing(pointwise.reciprocal)
relu_ = _writing(pointwise.relu)
round_ = _writing(pointwise.round)
rsqrt_ = _writing(pointwise.rsqrt)
sgn_ = _writing(pointwise.sgn)
sigmoid_ = _writing(pointwise.sigmoid)
sign_ = _writing(pointwise.sign)
sin_ = _writing(pointwise.sin)
sinc_ = _writing(pointwise.sinc)
sinh_ = _writing(pointwise.sinh)
sqrt_ = _writing(pointwise.sqrt)
square_ = _writing(pointwise.square)
tan_ = _writing(pointwise.tan)
tanh_ = _writing(pointwise.tanh)
trunc_ = _writing(pointwise.trunc)
atan2_ = _writing(arithmetic.atan2)
copysign_ = _writing(arithmetic.copysign)
float_power_ = _writing(arithmetic.float_power)
hypot_ = _writing(arithmetic.hypot)
xlogy_ = _writing(arithmetic.xlogy)
bitwise_left_shift_ = _writing(compare.bitwise_left_shift)
bitwise_right_shift_ = _writing(compare.bitwise_right_shift)


def copy_(self, src, non_blocking=False):
    """The source broadcasts; any dtype converts."""
    from ._index import fitted
    if not is_tensor(src):
        src = _native.constant(src)
    return _native.write(self, fitted(cast(src, self.dtype), self.shape))


def fill_(self, value):
    if is_tensor(value) and value.ndim > 0:
        raise shape_error('fill_ only supports 0-dimension value tensor but got tensor with '
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
    """With `wrap` a tall matrix has a diagonal below its first, a row apart."""
    from ._index import setitem
    from ._view import diagonal, view_as_shape
    if self.ndim < 2:
        raise shape_error('dimensions must larger than 1')
    if self.ndim == 2 and not wrap:
        fill_(diagonal(self), fill_value)
        return self
    sizes = self.shape
    for size in sizes[1:]:
        if self.ndim > 2 and known(size) and known(sizes[0]) and size != sizes[0]:
            raise shape_error('all dimensions of input must be of equal length')
    step, stride = 1, 1
    for size in reversed(sizes[1:]):
        stride = stride * size
        step = step + stride
    setitem(view_as_shape(self, [-1]), slice(None, None, step), fill_value)
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
arccos_ = acos_
arccosh_ = acosh_
arcsin_ = asin_
arcsinh_ = asinh_
arctanh_ = atanh_
arctan2_ = atan2_
fix_ = trunc_
