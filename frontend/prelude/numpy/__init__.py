"""numpy, as far as constants of models go: arrays are tensors of known numbers."""
import math

from . import linalg, random
from ._array import generic, ndarray
from ._dtypes import dtype
from ._functions import (
    abs, absolute, add, all, allclose, amax, amin, any, arccos, arcsin, arctan, arctan2, argmax,
    argmin, argsort, around, array_equal, ceil, clip, cos, cosh, cumprod, cumsum, deg2rad, degrees,
    diff, divide, dot, equal, exp, expm1, floor, floor_divide, greater, greater_equal, hypot, isfinite,
    isinf, isnan, isscalar, less, less_equal, log, log10, log1p, log2, logical_and, logical_not,
    logical_or, logical_xor, matmul, max, maximum, mean, min, minimum, mod, multiply, negative,
    nonzero, not_equal, outer, power, prod, rad2deg, radians, reciprocal, remainder, result_type,
    rint, round, round_, sign, sin, sinh, sort, sqrt, square, std, subtract, sum, tan, tanh,
    true_divide, trunc, unique, var, where)
from ._make import (
    arange, array, asanyarray, asarray, ascontiguousarray, copy, diag, empty, empty_like, eye,
    frombuffer, full, full_like, genfromtxt, identity, indices, linspace, load, loadtxt, logspace,
    meshgrid, ones, ones_like, tri, tril, triu, zeros, zeros_like)
from ._scalars import (
    bool_, double, float16, float32, float64, float_, floating, half, inexact, int16, int32, int64,
    int8, int_, integer, intp, number, signedinteger, single, uint8, unsignedinteger)
from ._shape import (
    atleast_1d, atleast_2d, broadcast_to, concatenate, expand_dims, flip, hstack, moveaxis, ndim,
    pad, ravel, repeat, reshape, roll, shape, size, split, squeeze, stack, swapaxes, tile,
    transpose, vstack)

__module__ = 'numpy'
__version__ = '1.24.2'

pi, e = math.pi, math.e
inf = Inf = math.inf
nan = NaN = math.nan
newaxis = None
