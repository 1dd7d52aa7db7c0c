"""torch.linalg: norms, products and systems; most factorisations are refused."""
from .._elimination import cholesky, det, inverse as inv, slogdet
from .._matrix import linalg_cross as cross, matmul, matrix_power, multi_dot
from .._reduce import vector_norm
from .systems import solve, solve_triangular
from .norms import diagonal, matrix_norm, norm
from .._refused import eig, lstsq, lu, pinverse as pinv, qr, svd
