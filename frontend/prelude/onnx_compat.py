"""Primitives that the target opset does not have yet, in terms of older ones.

A call of a primitive whose row in ir/ops is younger than the target opset comes here, with the
arguments as they were given; the lowest opset is 11. What no older operators can compute is
refused with the opset that can.
"""

import _native
import onnx


def _needs(name, opset):
    return _native.refuse(f'the ONNX operator `{name}` needs opset {opset}',
                          hint=f'pass --opset {opset} or higher', code='NN601')


# Comparison. NaN compares false, so neither is the negation of the opposite.

def LessOrEqual(A, B):
    return onnx.Or(onnx.Less(A, B), onnx.Equal(A, B))


def GreaterOrEqual(A, B):
    return onnx.Or(onnx.Greater(A, B), onnx.Equal(A, B))


# Activations

def Gelu(X, *, approximate='none'):
    if approximate == 'tanh':
        cube = onnx.Mul(onnx.Mul(X, X), X)
        inner = onnx.Mul(onnx.Add(X, onnx.Mul(cube, 0.044715)), 0.7978845608028654)
        bend = onnx.Tanh(inner)
    else:
        bend = onnx.Erf(onnx.Mul(X, 0.7071067811865476))
    return onnx.Mul(onnx.Mul(X, 0.5), onnx.Add(bend, 1.0))


def HardSwish(X):
    return onnx.Mul(X, onnx.HardSigmoid(X, alpha=1 / 6, beta=0.5))


def Mish(X):
    return onnx.Mul(X, onnx.Tanh(onnx.Softplus(X)))


def Celu(X, *, alpha=1.0):
    negative = onnx.Elu(onnx.Div(onnx.Min(X, 0.0), alpha))
    return onnx.Add(onnx.Relu(X), onnx.Mul(negative, alpha))


# Normalisation

def LayerNormalization(X, Scale, B=None, *, axis=-1, epsilon=1e-05, stash_type=1, outputs=1):
    f32 = _native.dtypes.float32
    half = X.dtype.itemsize == 2
    x = onnx.Cast(X, to=f32) if half else X
    first = axis + X.ndim if axis < 0 else axis
    axes = list(range(first, X.ndim))
    mean = onnx.ReduceMean(x, axes)
    centred = onnx.Sub(x, mean)
    variance = onnx.ReduceMean(onnx.Mul(centred, centred), axes)
    deviation = onnx.Sqrt(onnx.Add(variance, epsilon))
    y = onnx.Div(centred, deviation)
    if half:
        y = onnx.Cast(y, to=X.dtype)
    y = onnx.Mul(y, Scale)
    if B is not None:
        y = onnx.Add(y, B)
    if outputs == 1:
        return y
    return (y, mean, onnx.Reciprocal(deviation))[:outputs]


# New elements

def _count_to(n):
    return onnx.Range(_native.constant(0), _native.constant(n), _native.constant(1))


def Trilu(input, k=None, *, upper=1):
    rows = onnx.Unsqueeze(_count_to(input.shape[-2]), [1])
    distance = onnx.Sub(_count_to(input.shape[-1]), rows)
    border = 0 if k is None else k
    if upper:
        mask = onnx.Not(onnx.Less(distance, border))
    else:
        mask = onnx.Not(onnx.Greater(distance, border))
    if input.dtype == _native.dtypes.bool:
        return onnx.And(input, mask)
    return onnx.Where(mask, input, _native.constant(0, input.dtype))


def Bernoulli(input, *, dtype=None, seed=None):
    drawn = onnx.Less(onnx.RandomUniformLike(input, seed=seed), input)
    return onnx.Cast(drawn, to=input.dtype if dtype is None else dtype)


# Places from -1 to 1: the centres of n cells, or n points with the first and last on the ends.

def _grid_axis(n, dtype, align_corners):
    width = max(n - 1, 1) if align_corners else n
    doubled = onnx.Mul(onnx.Cast(_count_to(n), to=dtype), 2.0)
    centred = onnx.Sub(doubled, _native.constant(n - 1, dtype))
    return onnx.Div(centred, _native.constant(width, dtype))


def AffineGrid(theta, size, *, align_corners=0):
    sizes = list(size)[2:]
    rank = len(sizes)
    columns = []
    for axis in reversed(range(rank)):
        places = _grid_axis(sizes[axis], theta.dtype, align_corners)
        others = [i for i in range(rank + 1) if i != axis]
        columns.append(onnx.Expand(onnx.Unsqueeze(places, others), sizes + [1]))
    ones = onnx.Expand(_native.constant(1.0, theta.dtype), sizes + [1])
    points = onnx.Reshape(onnx.Concat(*columns, ones, axis=rank), [-1, rank + 1])
    moved = onnx.MatMul(points, onnx.Transpose(theta, perm=[0, 2, 1]))
    return onnx.Reshape(moved, [theta.shape[0]] + sizes + [rank])


# The windows added up: a transposed convolution that gives each of a window's elements its place.

def Col2Im(input, image_shape, block_shape, *, dilations=None, pads=None, strides=None):
    image, block = list(image_shape), list(block_shape)
    rank = len(block)
    dilations, strides = dilations or [1] * rank, strides or [1] * rank
    pads = pads or [0] * (2 * rank)
    taps, counts, after = 1, [], []
    for i in range(rank):
        taps *= block[i]
        reach = dilations[i] * (block[i] - 1) + 1
        count = (image[i] + pads[i] + pads[rank + i] - reach) // strides[i] + 1
        counts.append(count)
        after.append(image[i] + pads[i] - ((count - 1) * strides[i] + reach))
    n, rows = input.shape[:2]
    weight = [[float(i == j) for j in range(taps)] for i in range(taps)]
    weight = onnx.Reshape(_native.constant(weight, input.dtype), [taps, 1] + block)
    channels = rows // taps
    windows = onnx.Reshape(input, [n * channels, taps] + counts)
    whole = onnx.ConvTranspose(windows, weight, strides=strides, dilations=dilations)
    # What was padding goes; what no window reaches is zero.
    whole = onnx.Pad(whole, [0, 0] + [-pad for pad in pads[:rank]] + [0, 0] + after)
    return onnx.Reshape(whole, [n, channels] + image)


# What older operators cannot compute.

def _bitwise(combine, A, B):
    """Bit by bit, along a new last axis; the sign is the highest bit of two's complement."""
    dtype, int64 = A.dtype if hasattr(A, 'dtype') else B.dtype, _native.dtypes.int64
    width = 8 * dtype.itemsize - (1 if dtype.is_signed else 0)
    powers = _native.constant([2 ** k for k in range(width)], int64)
    a, b = [_native.constant(x, int64) if not hasattr(x, 'dtype') else onnx.Cast(x, to=int64)
            for x in (A, B)]
    bits = combine(_bits(a, powers), _bits(b, powers))
    # A product, because ONNX Runtime's ReduceSum adds integers up as doubles.
    value = onnx.MatMul(onnx.Cast(bits, to=int64), powers)
    if dtype.is_signed:
        negative = combine(onnx.Less(a, 0), onnx.Less(b, 0))
        lowest = _native.constant(-(2 ** width), int64)
        value = onnx.Where(negative, onnx.Add(value, lowest), value)
    return onnx.Cast(value, to=dtype)


def _bits(x, powers):
    column = onnx.Unsqueeze(x, [-1])
    quotient = onnx.Div(onnx.Sub(column, onnx.Mod(column, powers)), powers)
    return onnx.Equal(onnx.Mod(quotient, 2), 1)


def BitwiseAnd(A, B):
    return _bitwise(onnx.And, A, B)


def BitwiseOr(A, B):
    return _bitwise(onnx.Or, A, B)


def BitwiseXor(A, B):
    return _bitwise(onnx.Xor, A, B)


def BitwiseNot(X):
    # The complement in two's complement; uint8 has no negative numbers to go by.
    if not X.dtype.is_signed:
        return onnx.Sub(_native.constant(255, X.dtype), X)
    return onnx.Sub(_native.constant(-1, X.dtype), X)


def Einsum(*Inputs, equation):
    return _needs('Einsum', 12)


def GridSample(X, grid, *, align_corners=0, mode='linear', padding_mode='zeros'):
    return _needs('GridSample', 16)
