"""Determinants, inverses and factors: ONNX has an operator for the first alone."""
import _native
import onnx
from ._errors import shape_error
from ._matrix import mT
from ._support import count_up, dtypes, expanded, known, refuse_out, reshaped, tensor_of

__module__ = 'torch'


def check_square(input, name):
    if input.ndim < 2:
        raise shape_error(f'{name}: The input tensor A must have at least 2 dimensions.')
    rows, size = input.shape[-2:]
    if known(size) and known(rows) and rows != size:
        raise shape_error(f'{name}: A must be batches of square matrices, but they are '
                          f'{rows} by {size} matrices')


def assume_regular(name):
    """PyTorch raises for a singular matrix, whose elements decide: the graph gives inf or NaN."""
    _native.warn_assume(f'`{name}` is given no singular matrix')


def _is_small(size):
    return known(size) and size <= 4


def eliminate(matrix, right=None, *, singular=False):
    """Gauss and Jordan's elimination, with the largest element of each column as its pivot:
    the solution for the columns of `right`, the pivots in a last axis, and -1 for an odd number of
    exchanged rows. `singular`: a pivot of 0 is left as it is."""
    size, last = matrix.shape[-1], matrix.ndim - 1
    x = matrix if right is None else onnx.Concat(matrix, right, axis=last)
    places = count_up(0, size)
    pivots = onnx.ReduceSum(matrix, [last - 1], keepdims=0)  # of their type; all are replaced
    sign = expanded(tensor_of(1.0, matrix.dtype), matrix.shape[:-2])
    for k in range(size):
        here = onnx.Equal(places, k)
        open_rows = onnx.GreaterOrEqual(places, k)
        weights = onnx.Where(open_rows, onnx.Abs(onnx.Gather(x, k, axis=last)), -1.0)
        best = onnx.ArgMax(weights, axis=last - 1, keepdims=1)
        chosen = onnx.Unsqueeze(onnx.Equal(places, best), [last])
        row = onnx.ReduceSum(onnx.Where(chosen, x, 0.0), [last - 1], keepdims=1)
        x = onnx.Where(chosen, onnx.Gather(x, [k], axis=last - 1), x)
        pivot = onnx.Gather(row, [k], axis=last)
        divisor = onnx.Where(onnx.Equal(pivot, 0.0), 1.0, pivot) if singular else pivot
        row = onnx.Div(row, divisor)
        x = onnx.Sub(x, onnx.Mul(onnx.Gather(x, [k], axis=last), row))
        x = onnx.Where(onnx.Unsqueeze(here, [1]), row, x)
        pivots = onnx.Where(here, onnx.Squeeze(pivot, [last]), pivots)
        stays = onnx.Equal(onnx.Squeeze(best, [last - 1]), k)
        sign = onnx.Where(stays, sign, onnx.Neg(sign))
    solution = None
    if right is not None:
        solution = onnx.Slice(x, [size], [9223372036854775807], [last])
    return solution, pivots, sign


def det(A):
    check_square(A, 'linalg.det')
    if _is_small(A.shape[-1]) and A.dtype != dtypes.float64:
        return onnx.Det(A)
    _, pivots, sign = eliminate(A, singular=True)
    return onnx.Mul(sign, onnx.ReduceProd(pivots, [-1], keepdims=0))


def slogdet(A, *, out=None):
    """By the logarithms of the pivots, whose product may be too large or small for a number."""
    from . import _return_types as return_types
    refuse_out(out)
    check_square(A, 'linalg.slogdet')
    if _is_small(A.shape[-1]) and A.dtype != dtypes.float64:
        value = onnx.Det(A)
        return return_types.slogdet(onnx.Sign(value), onnx.Log(onnx.Abs(value)))
    _, pivots, sign = eliminate(A, singular=True)
    signs = onnx.ReduceProd(onnx.Sign(pivots), [-1], keepdims=0)
    return return_types.slogdet(
        onnx.Mul(sign, signs), onnx.ReduceSum(onnx.Log(onnx.Abs(pivots)), [-1], keepdims=0))


def logdet(A):
    """NaN of a negative determinant."""
    sign, size = slogdet(A)
    return onnx.Where(onnx.Less(sign, 0.0), tensor_of(float('nan'), A.dtype), size)


def inverse(input, *, out=None):
    """The adjugate over the determinant, written out, for small matrices."""
    refuse_out(out)
    check_square(input, 'linalg.inv')
    assume_regular('linalg.inv')
    size = input.shape[-1]
    if not _is_small(size):
        from ._create import eye
        unit = expanded(eye(size, dtype=input.dtype), input.shape)
        return eliminate(input, unit)[0]
    if size < 2:
        return onnx.Reciprocal(input)
    places = list(range(size))
    parts = [[_entry(input, i, j) for j in places] for i in places]
    minors = {}
    scale = onnx.Reciprocal(_minor(parts, places, places, minors))
    columns = []
    for i in places:
        for j in places:
            rest = [p for p in places if p != j], [p for p in places if p != i]
            cofactor = _minor(parts, rest[0], rest[1], minors)
            columns.append(cofactor if (i + j) % 2 == 0 else onnx.Neg(cofactor))
    last = input.ndim - 2
    flat = onnx.Concat(*[onnx.Unsqueeze(column, [last]) for column in columns], axis=last)
    scaled = onnx.Mul(flat, onnx.Unsqueeze(scale, [last]))
    return reshaped(scaled, list(input.shape))


def cholesky(A, upper=False, *, out=None):
    """Column by column; only one triangle is looked at."""
    refuse_out(out)
    check_square(A, 'linalg.cholesky')
    _native.warn_assume('`linalg.cholesky` is given positive-definite matrices alone')
    size, last = A.shape[-1], A.ndim - 1
    x = mT(A) if upper else A
    places = count_up(0, size)
    result = onnx.Mul(x, 0.0)
    for k in range(size):
        column = onnx.Gather(x, [k], axis=last)
        column = onnx.Div(column, onnx.Sqrt(onnx.Gather(column, [k], axis=last - 1)))
        column = onnx.Where(onnx.Unsqueeze(onnx.GreaterOrEqual(places, k), [1]), column, 0.0)
        x = onnx.Sub(x, onnx.Mul(column, mT(column)))
        result = onnx.Where(onnx.Equal(places, k), column, result)
    return mT(result) if upper else result


def _entry(input, i, j):
    row = onnx.Gather(input, i, axis=input.ndim - 2)
    return onnx.Gather(row, j, axis=input.ndim - 2)


def _minor(parts, rows, columns, made):
    """The determinant of some rows and columns, along the first of the rows."""
    key = tuple(rows), tuple(columns)
    if key in made:
        return made[key]
    if len(rows) == 1:
        return parts[rows[0]][columns[0]]
    total = None
    for k in range(len(columns)):
        rest = columns[:k] + columns[k + 1:]
        term = onnx.Mul(parts[rows[0]][columns[k]], _minor(parts, rows[1:], rest, made))
        total = term if total is None else (onnx.Sub if k % 2 else onnx.Add)(total, term)
    made[key] = total
    return total
