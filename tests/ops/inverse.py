import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.inverse(x), x.inverse(), torch.linalg.inv(x), torch.det(x), x.det()


class Shape(nn.Module):
    def forward(self, x):
        return x.inverse()


class Large(nn.Module):
    def forward(self, x):
        return x.inverse()


#> --class Spellings --input 'x:float32[2,2]'
#~ with x=[[2.0, 1.0], [-1.0, 3.0]]
#! inverse.py:7:16: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return torch.inverse(x), x.inverse(), torch.linalg.inv(x), torch.det(x), x.det()
#!                    ^~~~~~~~~~~~~~~~
#!
#! inverse.py:7:34: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return torch.inverse(x), x.inverse(), torch.linalg.inv(x), torch.det(x), x.det()
#!                                      ^~~~~~~~~~~
#!
#! inverse.py:7:47: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return torch.inverse(x), x.inverse(), torch.linalg.inv(x), torch.det(x), x.det()
#!                                                   ^~~~~~~~~~~~~~~~~~~
#!
#> --class Spellings --input 'x:float32[N,3,3]'
#~ call x=[[[2.0, 1.0, 0.5], [-1.0, 3.0, 1.0], [0.0, 1.0, 2.0]]]
#~ call x=[[[2, 1, 0.5], [-1, 3, 1], [0, 1, 2]], [[0, 1, 0.5], [1, 3, 1], [0, 0, 2]]]
#! inverse.py:7:16: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return torch.inverse(x), x.inverse(), torch.linalg.inv(x), torch.det(x), x.det()
#!                    ^~~~~~~~~~~~~~~~
#!
#! inverse.py:7:34: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return torch.inverse(x), x.inverse(), torch.linalg.inv(x), torch.det(x), x.det()
#!                                      ^~~~~~~~~~~
#!
#! inverse.py:7:47: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return torch.inverse(x), x.inverse(), torch.linalg.inv(x), torch.det(x), x.det()
#!                                                   ^~~~~~~~~~~~~~~~~~~
#!
#> --class Spellings --input 'x:float32[1,4,4]'
#~ with x=[[[2, 1, 0.5, 0], [-1, 3, 1, 1], [0, 1, 2, 0.5], [1, 0, 0, 1]]]
#! inverse.py:7:16: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return torch.inverse(x), x.inverse(), torch.linalg.inv(x), torch.det(x), x.det()
#!                    ^~~~~~~~~~~~~~~~
#!
#! inverse.py:7:34: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return torch.inverse(x), x.inverse(), torch.linalg.inv(x), torch.det(x), x.det()
#!                                      ^~~~~~~~~~~
#!
#! inverse.py:7:47: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return torch.inverse(x), x.inverse(), torch.linalg.inv(x), torch.det(x), x.det()
#!                                                   ^~~~~~~~~~~~~~~~~~~
#!
#> --class Shape --input 'x:float32[2,3]'
#= 1
#! inverse.py:12:16: error[NN401]: `forward` raises `RuntimeError: linalg.inv: A must be batches of square matrices, but they are 2 by 3 matrices`
#!             return x.inverse()
#!                    ^~~~~~~~~~~
#> --class Large --input 'x:float32[5,5]'
#! inverse.py:17:16: warning[NN505]: the graph is exact under the assumption that `linalg.inv` is given no singular matrix
#!             return x.inverse()
#!                    ^~~~~~~~~~~
#!
