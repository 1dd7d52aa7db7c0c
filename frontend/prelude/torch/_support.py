"""What the functions of this package share: casts, axes, sizes, and the refusal of `out=`.

Sizes are ints or symbolic ints. A question about a symbolic size is asked with `same`, which is
true only where the answer can be proved, so that no function here forks the graph by accident.
"""
import _native
import onnx
from ._errors import dtype_error, shape_error

TensorBase = _native.TensorBase
dtypes = _native.dtypes
dtype_class = type(_native.dtypes.float32)
MAX_INT64 = 9223372036854775807


# What is asked most is native. `same` is true if two sizes are provably equal, `differ` if they are
# provably different; `known` tells numbers from those of which only the run knows the value.
is_tensor = _native.is_tensor
known = _native.known
same = _native.same
differ = _native.differ
same_sizes = _native.same_sizes


def is_number(value):
    """A Python or symbolic number or bool."""
    return isinstance(value, (int, float))


def product(sizes):
    total = 1
    for size in sizes:
        total = total * size
    return total


def is_empty(sizes):
    """True if there are provably no elements."""
    return same(product(sizes), 0)


def larger(a, b):
    """Python's max, for files in which that name is torch's."""
    return max(a, b)


def cast(value, dtype):
    """A tensor or number in this dtype; a known number stays a number, for the op to convert."""
    if isinstance(value, TensorBase):
        return value if value.dtype == dtype else onnx.Cast(value, to=dtype)
    if _native.known(value):
        return value
    return _native.constant(value, dtype)


def tensor_of(value, dtype):
    """The same, always a tensor."""
    if isinstance(value, TensorBase):
        return value if value.dtype == dtype else onnx.Cast(value, to=dtype)
    return _native.constant(value, dtype)


def common_dtype(a, b):
    """The dtype of a result; of two Python floats torch makes a double."""
    if isinstance(a, float) and isinstance(b, float):
        return dtypes.float64
    return _native.promote(a, b)


def promoted(a, b):
    """Both operands in their common dtype; at least one result is a tensor."""
    dtype = common_dtype(a, b)
    if not isinstance(a, TensorBase) and not isinstance(b, TensorBase):
        return _native.constant(a, dtype), _native.constant(b, dtype)
    return cast(a, dtype), cast(b, dtype)


def default_dtype():
    return dtypes.float32


def floating(input, out=None):
    """The operand of a function whose result is floating point."""
    if out is not None:
        refuse_out(out)
    check_tensor(input)
    if input.dtype.is_floating_point:
        return input
    return onnx.Cast(input, to=dtypes.float32)


def rank_of(input, likely):
    """The number of axes. A model input of which nothing is known is taken to have `likely`."""
    check_tensor(input)
    rank = _native.rank(input, likely)
    return input.ndim if rank is None else rank


def check_tensor(input, name='input'):
    if not isinstance(input, TensorBase):
        raise TypeError(f"argument '{name}' must be Tensor, not {type(input).__name__}")


def refuse_out(out):
    """Records that `out=` cannot be honoured; what is computed after it is discarded."""
    if out is not None:
        _native.refuse('`out=` is not supported', 'assign the result instead')


def copy(input):
    """A fresh tensor with the same contents."""
    return onnx.Identity(input)


def loose_view(input, read):
    """A view, or a copy: torch decides by strides, which are not tracked. Reading is the same."""
    return _native.view(input, read, None)


def axis_of(dim, ndim):
    """A known axis in 0..ndim-1."""
    rank = ndim if ndim > 0 else 1
    if isinstance(dim, TensorBase):
        dim = _native.item(dim)
    if dim < -rank or dim >= rank:
        raise shape_error(f'Dimension out of range (expected to be in range of [{-rank}, '
                          f'{rank - 1}], but got {dim})', IndexError)
    return dim + rank if dim < 0 else dim


def axes_of(dim, ndim):
    """Known axes from None (all), an int, or a sequence of ints (empty: all)."""
    if dim is None:
        return list(range(ndim))
    if isinstance(dim, int):
        return [axis_of(dim, ndim)]
    axes = [axis_of(d, ndim) for d in dim]
    if not axes:
        return list(range(ndim))
    for i in range(len(axes)):
        if axes[i] in axes[:i]:
            raise shape_error(f'dim {axes[i]} appears multiple times in the list of dims')
    return axes


def sizes_of(args, size=None, keyword='size'):
    """Sizes given as `f(2, 3)`, `f((2, 3))`, `f(x.shape)` or `f(size=(2, 3))`; 0-d tensors become
    numbers."""
    if size is not None:
        if args:
            raise TypeError(f"got multiple values for argument '{keyword}'")
        args = (size,)
    if len(args) == 1 and isinstance(args[0], (tuple, list)):
        args = args[0]
    return [_native.item(a) if isinstance(a, TensorBase) else a for a in args]


def number_of(value):
    """A Python number from a number or a one-element tensor."""
    return _native.item(value) if isinstance(value, TensorBase) else value


def reshaped(input, sizes):
    """onnx.Reshape with a constant shape where 0 (copy this axis) and one -1 can express it."""
    shape = input.shape
    form = _native.reshape_form(shape, sizes)
    if form is not None:
        return onnx.Reshape(input, form)
    form = []
    free = -1
    for i in range(len(sizes)):
        size = sizes[i]
        if _native.known(size):
            if size == 0:
                return onnx.Reshape(input, sizes, allowzero=1)
            form.append(size)
            if size == -1:
                free = i
        elif i < len(shape) and same(size, shape[i]):
            form.append(0)
        elif free < 0:
            form.append(-1)
            free = i
        else:
            return onnx.Reshape(input, sizes)
    return onnx.Reshape(input, form)


def slice_axis(input, axis, start, end, step=1):
    return onnx.Slice(input, [start], [end], [axis], [step])


def broadcast_sizes(a, b):
    """The sizes of `a` and `b` broadcast together, where that can be told from the sizes."""
    if len(a) < len(b):
        a = [1] * (len(b) - len(a)) + list(a)
    elif len(b) < len(a):
        b = [1] * (len(a) - len(b)) + list(b)
    sizes = []
    for i in range(len(a)):
        x, y = a[i], b[i]
        if same(x, 1):
            sizes.append(y)
        elif same(y, 1) or same(x, y):
            sizes.append(x)
        elif differ(x, y) and _native.known(x) and _native.known(y):
            raise shape_error(f'The size of tensor a ({x}) must match the size of tensor b ({y}) '
                              f'at non-singleton dimension {i}')
        elif _native.known(x):
            sizes.append(x)
        elif _native.known(y):
            sizes.append(y)
        else:
            sizes.append(max(x, y))
    return sizes


def expanded(input, sizes):
    """`input` broadcast to exactly `sizes`, without a node where it already has them."""
    return input if same_sizes(input.shape, sizes) else onnx.Expand(input, list(sizes))


DTYPE_TITLES = {'bool': 'Bool', 'uint8': 'Byte', 'int8': 'Char', 'int16': 'Short', 'int32': 'Int',
                'int64': 'Long', 'float16': 'Half', 'bfloat16': 'BFloat16', 'float32': 'Float',
                'float64': 'Double'}


def dtype_title(dtype):
    """The name that torch's messages use: `Long` for torch.int64."""
    return DTYPE_TITLES[str(dtype).split('.')[-1]]


def check_same_dtype(a, b):
    if a.dtype != b.dtype:
        raise dtype_error(f'expected m1 and m2 to have the same dtype, but got: '
                          f'{ctype(a.dtype)} != {ctype(b.dtype)}',
                          hint=f'bring both to one dtype: `.to({b.dtype})`')


def ctype(dtype):
    """The C++ name that torch's messages use in matrix products."""
    names = {'Long': 'long int', 'Int': 'int', 'Short': 'short int', 'Char': 'signed char',
             'Byte': 'unsigned char', 'Double': 'double', 'Float': 'float', 'Half': 'c10::Half',
             'BFloat16': 'c10::BFloat16', 'Bool': 'bool'}
    return names[dtype_title(dtype)]


def count_up(start, stop, step=1):
    """int64 numbers from start to before stop, which may be symbolic; neither is negative."""
    return onnx.Range(_native.constant(start), stop, step)


def whole_range(start, stop, step):
    """Whole numbers, whichever of these is negative. ONNX Runtime makes a Slice of a Gather by a
    Range, and to a Slice negative bounds count from the end: such a Range counts from 0 here."""
    if is_tensor(step):
        low, far, by = [tensor_of(bound, dtypes.int64) for bound in (start, stop, step)]
        return onnx.Add(onnx.Sub(onnx.Range(low, far, by), low), low)
    if never_negative(start) and never_negative(stop) and step > 0:
        return onnx.Range(tensor_of(start, dtypes.int64), tensor_of(stop, dtypes.int64), step)
    span = _minus(stop, start) if step > 0 else _minus(start, stop)
    width = abs(step)
    count = span if width == 1 else _rounded_up(span, width)
    if not never_negative(count):
        count = onnx.Max(tensor_of(count, dtypes.int64), _native.constant(0))
    numbers = onnx.Range(_native.constant(0), tensor_of(count, dtypes.int64), _native.constant(1))
    if step != 1:
        numbers = onnx.Mul(numbers, step)
    return numbers if not is_tensor(start) and known(start) and start == 0 else onnx.Add(numbers, start)


def never_negative(number):
    return not is_tensor(number) and known(number >= 0) and number >= 0


def _minus(a, b):
    if is_tensor(a) or is_tensor(b):
        return onnx.Sub(tensor_of(a, dtypes.int64), tensor_of(b, dtypes.int64))
    return a - b


def _rounded_up(span, width):
    """span / width, for what is not negative."""
    if is_tensor(span):
        return onnx.Div(onnx.Add(span, width - 1), width)
    return -(-span // width)
