"""Methods that write their tensor: torch's names with a trailing underscore."""
import _native
from . import _arithmetic as arithmetic
from . import _compare as compare
from . import _pointwise as pointwise
from ._errors import dtype_error, shape_error
from ._overlap import keep_apart, keep_clear
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


def _keep_kind(target, result):
    """As `assign`, for what is true or false and is kept as the target's dtype."""
    return _native.write(target, cast(result, target.dtype))


def _redrawn(tensor, numbers):
    """Numbers that a constructor drew, of a floating dtype, stay such whatever is done to them with
    others. None of any other tensor, and where one of those is not a number."""
    for number in numbers:
        if type(number) is not float and type(number) is not int:
            return None
    return _native.random_like(tensor) if tensor.dtype.is_floating_point else None


def _writing(function, store=assign, numbers=None):
    """The method that writes what a function of its tensor gives. `numbers`: how many of them such a
    function takes besides, each as good as any other."""

    def method(self, *args, **kwargs):
        if len(args) == numbers and not kwargs:
            drawn = _redrawn(self, args)
            if drawn is not None:
                return _native.write(self, drawn)
        for other in (*args, *kwargs.values()):
            keep_apart(self, other)
        return store(self, function(self, *args, **kwargs))

    method.__name__ = method.__qualname__ = function.__name__ + '_'
    return method


def clamp_(self, min=None, max=None):
    limits = [limit for limit in (min, max) if limit is not None]
    drawn = _redrawn(self, limits) if limits else None
    return _clamp(self, min, max) if drawn is None else _native.write(self, drawn)


def clamp_min_(self, min):
    return clamp_(self, min)


def clamp_max_(self, max):
    return clamp_(self, None, max)


add_ = _writing(arithmetic.add, numbers=1)
sub_ = _writing(arithmetic.sub, numbers=1)
mul_ = _writing(arithmetic.mul, numbers=1)
div_ = _writing(arithmetic.div, numbers=1)
floor_divide_ = _writing(arithmetic.floor_divide)
remainder_ = _writing(arithmetic.remainder)
fmod_ = _writing(arithmetic.fmod)
pow_ = _writing(arithmetic.pow)
_clamp = _writing(arithmetic.clamp)
lerp_ = _writing(arithmetic.lerp)
addcmul_ = _writing(arithmetic.addcmul)
addcdiv_ = _writing(arithmetic.addcdiv)
bitwise_and_ = _writing(compare.bitwise_and)
bitwise_or_ = _writing(compare.bitwise_or)
bitwise_xor_ = _writing(compare.bitwise_xor)
bitwise_left_shift_ = _writing(compare.bitwise_left_shift)
bitwise_right_shift_ = _writing(compare.bitwise_right_shift)
logical_and_ = _writing(compare.logical_and, _keep_kind)
logical_or_ = _writing(compare.logical_or, _keep_kind)
logical_xor_ = _writing(compare.logical_xor, _keep_kind)
logical_not_ = _writing(pointwise.logical_not, _keep_kind)
eq_ = _writing(compare.eq, _keep_kind)
ne_ = _writing(compare.ne, _keep_kind)
lt_ = _writing(compare.lt, _keep_kind)
le_ = _writing(compare.le, _keep_kind)
gt_ = _writing(compare.gt, _keep_kind)
ge_ = _writing(compare.ge, _keep_kind)
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
erfinv_ = _writing(pointwise.erfinv, numbers=0)
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


def copy_(self, src, non_blocking=False):
    """The source broadcasts; any dtype converts."""
    from ._index import fitted
    if not is_tensor(src):
        src = _native.constant(src)
    keep_apart(self, src)
    return _native.write(self, fitted(cast(src, self.dtype), self.shape))


def fill_(self, value):
    if is_tensor(value) and value.ndim > 0:
        raise shape_error('fill_ only supports 0-dimension value tensor but got tensor with '
                          f'{value.ndim} dimensions.')
    numbers = _native.filled(value, self.dtype, self.shape)
    if numbers is None:
        numbers = expanded(tensor_of(value, self.dtype), self.shape)
    return _native.write(self, numbers)


def zero_(self):
    return fill_(self, 0)


def masked_fill_(self, mask, value):
    return assign(self, compare.masked_fill(self, mask, value))


def masked_scatter_(self, mask, source):
    from ._gather import masked_scatter
    keep_clear(self, source)
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
    keep_clear(self, src)
    return assign(self, scatter(self, dim, index, src, value=value, reduce=reduce))


def scatter_add_(self, dim, index, src):
    from ._gather import scatter_add
    keep_clear(self, src)
    return assign(self, scatter_add(self, dim, index, src))


def scatter_reduce_(self, dim, index, src, reduce, *, include_self=True):
    from ._gather import scatter_reduce
    keep_clear(self, src)
    return assign(self, scatter_reduce(self, dim, index, src, reduce, include_self=include_self))


def index_fill_(self, dim, index, value):
    from ._gather import index_fill
    return assign(self, index_fill(self, dim, index, value))


def index_copy_(self, dim, index, source):
    from ._gather import index_copy
    keep_clear(self, source)
    return assign(self, index_copy(self, dim, index, source))


def index_add_(self, dim, index, source, *, alpha=1):
    from ._gather import index_add
    keep_clear(self, source)
    return assign(self, index_add(self, dim, index, source, alpha=alpha))


def index_put_(self, indices, values, accumulate=False):
    from ._index_tensor import index_put
    keep_clear(self, values)
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
