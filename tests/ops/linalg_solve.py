"""Inverses, determinants, Cholesky factors and linear systems, of sizes known and unknown."""
import torch
from torch import nn


def well_conditioned(x):
    return x + 3 * torch.eye(x.shape[-1], dtype=x.dtype)


class Systems(nn.Module):
    def forward(self, a, b):
        a = well_conditioned(a)
        return (torch.linalg.solve(a, b), torch.linalg.solve(a, b.mT, left=False),
                torch.linalg.solve(a, b[..., 0]), torch.linalg.solve(a[0], b[0, :, 0]))


class Inverses(nn.Module):
    def forward(self, a):
        a = well_conditioned(a)
        return (torch.inverse(a), a.inverse(), torch.linalg.inv(a),
                torch.linalg.matrix_power(a, -2))


class Determinants(nn.Module):
    def forward(self, a):
        return (torch.det(a), a.det(), torch.linalg.det(a), torch.slogdet(a), a.slogdet(),
                torch.linalg.slogdet(a), torch.logdet(a), a.logdet())


class Factors(nn.Module):
    def forward(self, a):
        a = a @ a.mT + torch.eye(a.shape[-1])
        return (torch.linalg.cholesky(a), torch.cholesky(a), a.cholesky(),
                torch.linalg.cholesky(a, upper=True))


class Homography(nn.Module):
    """The eight numbers of a perspective, from four points and where they go."""

    def forward(self, p, q):
        x, y = p[..., 0], p[..., 1]
        u, v = q[..., 0], q[..., 1]
        one, zero = torch.ones_like(x), torch.zeros_like(x)
        rows = [torch.stack([x, y, one, zero, zero, zero, -x * u, -y * u], -1),
                torch.stack([zero, zero, zero, x, y, one, -x * v, -y * v], -1)]
        return torch.linalg.solve(torch.cat(rows, 1), torch.cat([u, v], 1))


class Oblong(nn.Module):
    def forward(self, a):
        return torch.linalg.solve(a, a)


class Pseudo(nn.Module):
    def forward(self, a):
        return torch.linalg.pinv(a)


#> --class Systems --input 'a:float32[N,6,6]' --input 'b:float32[N,6,2]'
#! linalg_solve.py:13:17: warning[NN505]: the graph is exact under the assumption that `linalg.solve` is given no singular matrix
#!             return (torch.linalg.solve(a, b), torch.linalg.solve(a, b.mT, left=False),
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:13:43: warning[NN505]: the graph is exact under the assumption that `linalg.solve` is given no singular matrix
#!             return (torch.linalg.solve(a, b), torch.linalg.solve(a, b.mT, left=False),
#!                                               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:14:17: warning[NN505]: the graph is exact under the assumption that `linalg.solve` is given no singular matrix
#!                     torch.linalg.solve(a, b[..., 0]), torch.linalg.solve(a[0], b[0, :, 0]))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:14:51: warning[NN505]: the graph is exact under the assumption that `linalg.solve` is given no singular matrix
#!                     torch.linalg.solve(a, b[..., 0]), torch.linalg.solve(a[0], b[0, :, 0]))
#!                                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Systems --input 'a:float64[N,5,5]' --input 'b:float64[N,5,3]'
#! linalg_solve.py:13:17: warning[NN505]: the graph is exact under the assumption that `linalg.solve` is given no singular matrix
#!             return (torch.linalg.solve(a, b), torch.linalg.solve(a, b.mT, left=False),
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:13:43: warning[NN505]: the graph is exact under the assumption that `linalg.solve` is given no singular matrix
#!             return (torch.linalg.solve(a, b), torch.linalg.solve(a, b.mT, left=False),
#!                                               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:14:17: warning[NN505]: the graph is exact under the assumption that `linalg.solve` is given no singular matrix
#!                     torch.linalg.solve(a, b[..., 0]), torch.linalg.solve(a[0], b[0, :, 0]))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:14:51: warning[NN505]: the graph is exact under the assumption that `linalg.solve` is given no singular matrix
#!                     torch.linalg.solve(a, b[..., 0]), torch.linalg.solve(a[0], b[0, :, 0]))
#!                                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Systems --input 'a:float32[N,M,M]' --input 'b:float32[N,M,2]'
#~ call N=2, M=0
#~ call N=1, M=1
#~ call N=2, M=5
#! linalg_solve.py:13:17: warning[NN505]: the graph is exact under the assumption that `linalg.solve` is given no singular matrix
#!             return (torch.linalg.solve(a, b), torch.linalg.solve(a, b.mT, left=False),
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:13:43: warning[NN505]: the graph is exact under the assumption that `linalg.solve` is given no singular matrix
#!             return (torch.linalg.solve(a, b), torch.linalg.solve(a, b.mT, left=False),
#!                                               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:14:17: warning[NN505]: the graph is exact under the assumption that `linalg.solve` is given no singular matrix
#!                     torch.linalg.solve(a, b[..., 0]), torch.linalg.solve(a[0], b[0, :, 0]))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:14:51: warning[NN505]: the graph is exact under the assumption that `linalg.solve` is given no singular matrix
#!                     torch.linalg.solve(a, b[..., 0]), torch.linalg.solve(a[0], b[0, :, 0]))
#!                                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Inverses --input 'a:float32[N,7,7]'
#! linalg_solve.py:20:17: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return (torch.inverse(a), a.inverse(), torch.linalg.inv(a),
#!                     ^~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:20:35: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return (torch.inverse(a), a.inverse(), torch.linalg.inv(a),
#!                                       ^~~~~~~~~~~
#!
#! linalg_solve.py:20:48: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return (torch.inverse(a), a.inverse(), torch.linalg.inv(a),
#!                                                    ^~~~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:21:17: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!                     torch.linalg.matrix_power(a, -2))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Inverses --input 'a:float64[M,M]'
#~ call M=0
#~ call M=1
#~ call M=6
#~ call a=[[0.0, 1.0, 0.0], [0.0, -3.0, 2.0], [5.0, 0.0, -3.0]]
#! linalg_solve.py:20:17: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return (torch.inverse(a), a.inverse(), torch.linalg.inv(a),
#!                     ^~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:20:35: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return (torch.inverse(a), a.inverse(), torch.linalg.inv(a),
#!                                       ^~~~~~~~~~~
#!
#! linalg_solve.py:20:48: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return (torch.inverse(a), a.inverse(), torch.linalg.inv(a),
#!                                                    ^~~~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:21:17: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!                     torch.linalg.matrix_power(a, -2))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Determinants --input 'a:float32[N,6,6]'
#> --class Determinants --input 'a:float32[M,M]'
#~ call M=0
#~ call M=1
#~ call M=6
#~ call a=[[0.0, 1.0, 0.0], [0.0, 0.0, 2.0], [5.0, 0.0, 0.0]]
#> --class Determinants --input 'a:float64[5,5]'
#~ call a=[[1.0, 2, 3, 4, 5], [2.0, 4, 6, 8, 10], [0.0, 1, 0, 0, 0], [0.0, 0, 1, 0, 0], [1.0, 0, 0, 0, 1]]
#> --class Factors --input 'a:float32[N,6,6]'
#! linalg_solve.py:33:17: warning[NN505]: the graph is exact under the assumption that `linalg.cholesky` is given positive-definite matrices alone
#!             return (torch.linalg.cholesky(a), torch.cholesky(a), a.cholesky(),
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:33:43: warning[NN505]: the graph is exact under the assumption that `linalg.cholesky` is given positive-definite matrices alone
#!             return (torch.linalg.cholesky(a), torch.cholesky(a), a.cholesky(),
#!                                               ^~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:33:62: warning[NN505]: the graph is exact under the assumption that `linalg.cholesky` is given positive-definite matrices alone
#!             return (torch.linalg.cholesky(a), torch.cholesky(a), a.cholesky(),
#!                                                                  ^~~~~~~~~~~~
#!
#! linalg_solve.py:34:17: warning[NN505]: the graph is exact under the assumption that `linalg.cholesky` is given positive-definite matrices alone
#!                     torch.linalg.cholesky(a, upper=True))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Factors --input 'a:float32[N,M,M]'
#~ call N=2, M=0
#~ call N=1, M=1
#~ call N=2, M=5
#! linalg_solve.py:33:17: warning[NN505]: the graph is exact under the assumption that `linalg.cholesky` is given positive-definite matrices alone
#!             return (torch.linalg.cholesky(a), torch.cholesky(a), a.cholesky(),
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:33:43: warning[NN505]: the graph is exact under the assumption that `linalg.cholesky` is given positive-definite matrices alone
#!             return (torch.linalg.cholesky(a), torch.cholesky(a), a.cholesky(),
#!                                               ^~~~~~~~~~~~~~~~~
#!
#! linalg_solve.py:33:62: warning[NN505]: the graph is exact under the assumption that `linalg.cholesky` is given positive-definite matrices alone
#!             return (torch.linalg.cholesky(a), torch.cholesky(a), a.cholesky(),
#!                                                                  ^~~~~~~~~~~~
#!
#! linalg_solve.py:34:17: warning[NN505]: the graph is exact under the assumption that `linalg.cholesky` is given positive-definite matrices alone
#!                     torch.linalg.cholesky(a, upper=True))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Homography --input 'p:float32[N,4,2]' --input 'q:float32[N,4,2]'
#~ sizes the points are fixed
#~ with p=[[[0, 0], [1, 0], [0, 1], [1, 1]]], q=[[[0.1, 0], [1, 0.2], [0, 1.3], [1.1, 1]]]
#! linalg_solve.py:46:16: warning[NN505]: the graph is exact under the assumption that `linalg.solve` is given no singular matrix
#!             return torch.linalg.solve(torch.cat(rows, 1), torch.cat([u, v], 1))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Oblong --input 'a:float32[2,3]'
#= 1
#! linalg_solve.py:51:16: error[NN401]: `forward` raises `RuntimeError: linalg.solve: A must be batches of square matrices, but they are 2 by 3 matrices`
#!             return torch.linalg.solve(a, a)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~
#> --class Pseudo --input 'a:float32[3,3]'
#= 1
#! linalg_solve.py:56:16: error[NN302]: `torch.pinverse`: matrix factorisations have no ONNX operator
#!             return torch.linalg.pinv(a)
#!                    ^~~~~~~~~~~~~~~~~~~~
