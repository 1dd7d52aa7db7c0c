"""torch.linalg: norms and products; factorisations are refused."""
from .._matrix import (
    det, inverse as inv, linalg_cross as cross, matmul, matrix_power, multi_dot, slogdet)
from .._reduce import vector_norm
from .norms import diagonal, matrix_norm, norm
from .._refused import cholesky, eig, lstsq, lu, pinverse as pinv, qr, solve, svd
