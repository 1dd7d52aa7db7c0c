"""Products of vectors and matrices, triangles and diagonals."""
import _native
import onnx
from . import _kernels as kernels
from ._errors import dtype_error, shape_error
from ._support import (axis_of, broadcast_sizes, cast, check_same_dtype, copy, count_up, differ,
                       dtypes, expanded, is_tensor, known, product, promoted, refuse_out, reshaped,
                       same, tensor_of)

__module__ = 'torch'


def matmul(input, other, *, out=None):
    """numpy's rules, which are ONNX's."""
    refuse_out(out)
    if not is_tensor(other):
        return NotImplemented
    check_same_dtype(input, other)
    if input.ndim == 0 or other.ndim == 0:
        raise shape_error('both arguments to matmul need to be at least 1D, but they are '
                          f'{input.ndim}D and {other.ndim}D')
    inner_a, inner_b = input.shape[-1], other.shape[-2 if other.ndim > 1 else -1]
    if differ(inner_a, inner_b):
        _raise_inner(input, other)
    if input.ndim > 1 and other.ndim == 1:
        # As a column: ONNX Runtime miscomputes a transposed matrix times a vector.
        column = kernels.MatMul(input, onnx.Unsqueeze(other, [1]))
        return onnx.Squeeze(column, [input.ndim - 1])
    return kernels.MatMul(input, other)


def _raise_inner(a, b):
    if a.ndim == 1 and b.ndim == 1:
        raise shape_error(f'inconsistent tensor size, expected tensor [{a.shape[0]}] and src '
                          f'[{b.shape[0]}] to have the same number of elements')
    rows = product(a.shape[:-1])
    raise shape_error(f'mat1 and mat2 shapes cannot be multiplied ({rows}x{a.shape[-1]} and '
                      f'{b.shape[-2] if b.ndim > 1 else b.shape[0]}x{b.shape[-1]})')


def _product_of(name, a, b, rank_a, rank_b):
    if a.ndim != rank_a or b.ndim != rank_b:
        raise shape_error(f'{name}: expected {rank_a}D and {rank_b}D tensors, but got {a.ndim}D '
                          f'and {b.ndim}D')
    return matmul(a, b)


def mm(input, mat2, *, out=None):
    refuse_out(out)
    return _product_of('mm', input, mat2, 2, 2)


def bmm(input, mat2, *, out=None):
    refuse_out(out)
    return _product_of('batch1 and batch2 must be 3D tensors', input, mat2, 3, 3)


def mv(input, vec, *, out=None):
    refuse_out(out)
    return _product_of('mv', input, vec, 2, 1)


def dot(input, tensor, *, out=None):
    refuse_out(out)
    return _product_of('dot', input, tensor, 1, 1)


def vdot(input, other, *, out=None):
    return dot(input, other, out=out)


def inner(input, other, *, out=None):
    refuse_out(out)
    if input.ndim == 0 or other.ndim == 0:
        return kernels.Mul(input, other)
    return kernels.Einsum(input, other, equation=_inner_equation(input.ndim, other.ndim))


def _inner_equation(a, b):
    letters = 'abcdefghijklmnopqrstuvw'
    left, right = letters[:a - 1], letters[a - 1:a + b - 2]
    return f'{left}z,{right}z->{left}{right}'


def outer(input, vec2, *, out=None):
    refuse_out(out)
    if input.ndim != 1 or vec2.ndim != 1:
        raise shape_error('outer: Expected 1-D arguments, but got '
                          f'{input.ndim}D and {vec2.ndim}D tensors')
    a, b = promoted(input, vec2)
    return kernels.Mul(onnx.Unsqueeze(a, [1]), onnx.Unsqueeze(b, [0]))


def ger(input, vec2, *, out=None):
    return outer(input, vec2, out=out)


def _blend(input, product, beta, alpha):
    """beta * input + alpha * product."""
    if known(alpha) and alpha != 1:
        product = kernels.Mul(product, alpha)
    if known(beta) and beta == 0:
        return expanded(product, broadcast_sizes(input.shape, product.shape))
    if known(beta) and beta != 1:
        input = kernels.Mul(input, beta)
    return kernels.Add(input, product)


def addmm(input, mat1, mat2, *, beta=1, alpha=1, out=None):
    """One Gemm, except for integers."""
    refuse_out(out)
    if mat1.ndim != 2 or mat2.ndim != 2:
        raise shape_error(f'mat1 must be a matrix, got {mat1.ndim}-D tensor')
    check_same_dtype(mat1, mat2)
    if mat1.dtype.is_floating_point and input.ndim <= 2 and known(beta) and known(alpha):
        return onnx.Gemm(mat1, mat2, input, alpha=float(alpha), beta=float(beta))
    return _blend(input, matmul(mat1, mat2), beta, alpha)


def addmv(input, mat, vec, *, beta=1, alpha=1, out=None):
    refuse_out(out)
    return _blend(input, mv(mat, vec), beta, alpha)


def addr(input, vec1, vec2, *, beta=1, alpha=1, out=None):
    refuse_out(out)
    return _blend(input, outer(vec1, vec2), beta, alpha)


def baddbmm(input, batch1, batch2, *, beta=1, alpha=1, out=None):
    refuse_out(out)
    return _blend(input, bmm(batch1, batch2), beta, alpha)


def addbmm(input, batch1, batch2, *, beta=1, alpha=1, out=None):
    refuse_out(out)
    total = kernels.ReduceSum(bmm(batch1, batch2), [0], keepdims=0)
    return _blend(input, total, beta, alpha)


def chain_matmul(*matrices, out=None):
    refuse_out(out)
    result = matrices[0]
    for matrix in matrices[1:]:
        result = mm(result, matrix)
    return result


def multi_dot(tensors, *, out=None):
    refuse_out(out)
    result = tensors[0]
    for tensor in tensors[1:]:
        result = matmul(result, tensor)
    return result


def matrix_power(input, n, *, out=None):
    refuse_out(out)
    if n < 0:
        from ._elimination import inverse
        return matrix_power(inverse(input), -n)
    if n == 0:
        from ._create import eye
        unit = eye(input.shape[-1], dtype=input.dtype)
        return onnx.Add(onnx.Mul(input, 0), unit)
    result = None
    square = input
    while n > 0:
        if n % 2 == 1:
            result = square if result is None else kernels.MatMul(result, square)
        n = n // 2
        if n > 0:
            square = kernels.MatMul(square, square)
    return copy(result) if result is input else result


def einsum(equation, *operands):
    if is_tensor(equation):
        equation, operands = _from_axis_numbers((equation,) + operands)
    if len(operands) == 1 and isinstance(operands[0], (list, tuple)):
        operands = operands[0]
    equation = equation.replace(' ', '')
    dtype = operands[0].dtype
    for operand in operands:
        if operand.dtype != dtype:
            raise dtype_error('expected scalar type of all operands of einsum to be the same')
    if '...' in equation:
        equation, operands = _without_ellipsis(equation, list(operands))
    return _einsum(equation, operands)


def _einsum(equation, operands):
    terms, arrow, result = equation.partition('->')
    terms = terms.split(',')
    if not arrow:
        result = ''.join(_met_once(terms))
    lonely = [n for n in set(''.join(terms)) if n not in result
              and len([term for term in terms if n in term]) == 1]
    if lonely and not operands[0].dtype.is_floating_point:
        # torch adds up what one operand alone has as sum() does.
        operands = [cast(operand, dtypes.int64) for operand in operands]
    return kernels.Einsum(*operands, equation=','.join(terms) + '->' + result)


def _met_once(terms):
    """The letters of an implicit result: those that occur once, in their order."""
    letters = ''.join(terms)
    return [n for n in sorted(set(letters)) if letters.count(n) == 1]


_LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'


def _from_axis_numbers(arguments):
    """The equation and operands of `einsum(x, [0, 1], y, [1, 2], [0, 2])`."""
    def term(numbers):
        return ''.join(['...' if n is Ellipsis else _LETTERS[n] for n in numbers])

    count = len(arguments) // 2
    equation = ','.join([term(arguments[2 * i + 1]) for i in range(count)])
    if len(arguments) % 2:
        equation = equation + '->' + term(arguments[-1])
    return equation, [arguments[2 * i] for i in range(count)]


def _without_ellipsis(equation, operands):
    """Letters in the place of `...`, whose axes broadcast, which ONNX does not say of them."""
    left, arrow, right = equation.partition('->')
    terms = left.split(',')
    used = [letter for letter in equation if letter not in ',.->']
    covered = [operands[i].ndim - len(terms[i].replace('...', '')) if '...' in terms[i] else 0
               for i in range(len(terms))]
    names = [letter for letter in _LETTERS if letter not in used][:max(covered)]
    if not arrow:
        once = [letter for letter in used if used.count(letter) == 1]
        right = '...' + ''.join(sorted(once))
    full = [False] * len(names)
    for i in range(len(terms)):
        for k in range(covered[i]):
            size = operands[i].shape[terms[i].index('.') + k]
            full[k - covered[i]] = full[k - covered[i]] or not same(size, 1)
    for i in range(len(terms)):
        if '...' in terms[i]:
            terms[i], operands[i] = _named(terms[i], operands[i], names, covered[i], full)
    return ','.join(terms) + '->' + right.replace('...', ''.join(names)), operands


def _named(term, operand, names, count, full):
    """An axis of size 1 goes where another operand has more."""
    start = term.index('.')
    kept, gone = '', []
    for k in range(count):
        place = len(names) - count + k
        if full[place] and same(operand.shape[start + k], 1):
            gone.append(start + k)
        else:
            kept = kept + names[place]
    return term.replace('...', kept), onnx.Squeeze(operand, gone) if gone else operand


def tensordot(a, b, dims=2, out=None):
    """Contracts the last axes of `a` with the first of `b`, or the listed ones."""
    refuse_out(out)
    if isinstance(dims, int):
        left = list(range(a.ndim - dims, a.ndim))
        right = list(range(dims))
    else:
        left = [axis_of(d, a.ndim) for d in dims[0]]
        right = [axis_of(d, b.ndim) for d in dims[1]]
    letters = 'abcdefghijklmnopqrstuvwxyz'
    names_a = [letters[i] for i in range(a.ndim)]
    names_b = [letters[a.ndim + i] for i in range(b.ndim)]
    for i, j in zip(left, right):
        names_b[j] = names_a[i]
    kept = [n for i, n in enumerate(names_a) if i not in left] + \
        [n for j, n in enumerate(names_b) if j not in right]
    return kernels.Einsum(a, b, equation=f'{"".join(names_a)},{"".join(names_b)}->{"".join(kept)}')


def kron(input, other, *, out=None):
    refuse_out(out)
    a, b = promoted(input, other)
    rank = max(a.ndim, b.ndim)
    if a.ndim < rank:
        a = onnx.Unsqueeze(a, list(range(rank - a.ndim)))
    if b.ndim < rank:
        b = onnx.Unsqueeze(b, list(range(rank - b.ndim)))
    wide = kernels.Mul(onnx.Unsqueeze(a, list(range(1, 2 * rank, 2))),
                    onnx.Unsqueeze(b, list(range(0, 2 * rank, 2))))
    return reshaped(wide, [x * y for x, y in zip(a.shape, b.shape)])


def cross(input, other, dim=None, *, out=None):
    """Of vectors of three; without `dim`, the first axis of size 3."""
    refuse_out(out)
    a, b = promoted(input, other)
    if dim is None:
        for i in range(a.ndim):
            if same(a.shape[i], 3):
                dim = i
                break
            if not known(a.shape[i]):
                return _native.refuse('the first axis of size 3, which `cross` takes, depends on '
                                      'a size that is not known', 'pass dim=', code='NN403')
        else:
            raise shape_error('no dimension of size 3 in input')
    axis = axis_of(dim, a.ndim)

    def turned(x, order):
        return onnx.Gather(x, _native.constant(order), axis=axis)

    return onnx.Sub(onnx.Mul(turned(a, [1, 2, 0]), turned(b, [2, 0, 1])),
                    onnx.Mul(turned(a, [2, 0, 1]), turned(b, [1, 2, 0])))


def linalg_cross(input, other, *, dim=-1, out=None):
    return cross(input, other, dim, out=out)


def cdist(x1, x2, p=2.0, compute_mode='use_mm_for_euclid_dist_if_necessary'):
    """Distances of all pairs of rows, by their differences."""
    from ._reduce import vector_norm
    gap = onnx.Sub(onnx.Unsqueeze(x1, [-2]), onnx.Unsqueeze(x2, [-3]))
    return vector_norm(gap, p, -1)


def _triangle(input, diagonal, upper):
    if input.ndim < 2:
        raise shape_error(f'{"triu" if upper else "tril"}: input tensor must have at least 2 '
                          'dimensions')
    return kernels.Trilu(input, diagonal, upper=upper)


def tril(input, diagonal=0, *, out=None):
    refuse_out(out)
    return _triangle(input, diagonal, 0)


def triu(input, diagonal=0, *, out=None):
    refuse_out(out)
    return _triangle(input, diagonal, 1)


def _triangle_indices(row, col, offset, upper, dtype):
    pairs = [(i, j) for i in range(row) for j in range(col)
             if (j - i >= offset if upper else j - i <= offset)]
    data = [[i for i, _ in pairs], [j for _, j in pairs]]
    return _native.constant(data, dtype or dtypes.int64)


def tril_indices(row, col, offset=0, *, dtype=None, device=None, layout=None):
    return _triangle_indices(row, col, offset, False, dtype)


def triu_indices(row, col, offset=0, *, dtype=None, device=None, layout=None):
    return _triangle_indices(row, col, offset, True, dtype)


def diag_embed(input, offset=0, dim1=-2, dim2=-1):
    """The last axis laid along the diagonal of two new axes, zeros elsewhere."""
    ndim = input.ndim + 1
    size = input.shape[-1]
    side = size + abs(offset)
    if offset:
        pads = [0] * (2 * input.ndim)
        pads[input.ndim - 1 if offset > 0 else 2 * input.ndim - 1] = abs(offset)
        input = kernels.Pad(input, pads)
    rows = onnx.Unsqueeze(count_up(0, side, 1), [1])
    columns = count_up(0, side, 1)
    hits = onnx.Equal(onnx.Add(rows, offset), columns)
    # Column j holds element j (from the padded front for a positive offset).
    spread = onnx.Unsqueeze(input, [-2])
    full = kernels.Where(hits, spread, tensor_of(0, input.dtype))
    a, b = axis_of(dim1, ndim), axis_of(dim2, ndim)
    if (a, b) == (ndim - 2, ndim - 1):
        return full
    rest = iter(range(ndim - 2))
    perm = []
    for i in range(ndim):
        perm.append(ndim - 2 if i == a else ndim - 1 if i == b else next(rest))
    return onnx.Transpose(full, perm=perm)


def diag(input, diagonal=0, *, out=None):
    refuse_out(out)
    if input.ndim == 1:
        return diag_embed(input, diagonal)
    if input.ndim != 2:
        raise shape_error(f'diag(): Supports 1D or 2D tensors. Got {input.ndim}D')
    from ._view import diagonal as diagonal_of
    return copy(diagonal_of(input, diagonal))


def diagflat(input, offset=0):
    return diag_embed(onnx.Reshape(input, [-1]), offset)


def trace(input):
    from ._reduce import sum
    from ._view import diagonal
    return sum(diagonal(input))


def mT(input):
    """The last two axes exchanged, as a tensor of its own."""
    perm = list(range(input.ndim - 2)) + [input.ndim - 1, input.ndim - 2]
    return onnx.Transpose(input, perm=perm)
