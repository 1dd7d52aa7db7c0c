import torch
from einops import einsum
from torch import nn


class Spellings(nn.Module):
    def __init__(self, equation):
        super().__init__()
        self.equation = equation

    def forward(self, x, y):
        return torch.einsum(self.equation, x, y), torch.einsum(self.equation, [x, y])


class One(nn.Module):
    def forward(self, x):
        return (torch.einsum('ij->ji', x), torch.einsum('ij->', x), torch.einsum('ij->i', x),
                torch.einsum('ij', x), torch.einsum('...j->...', x), torch.einsum('ji', x))


class Square(nn.Module):
    def forward(self, x):
        return torch.einsum('ii->i', x), torch.einsum('ii', x), torch.einsum('ii->', x)


class Three(nn.Module):
    def forward(self, x, y, z):
        return (torch.einsum('ij,jk,kl->il', x, y, z), torch.einsum('ab,bc,cd', x, y, z),
                torch.einsum('ij,jk,kl->', x, y, z))


class Named(nn.Module):
    def forward(self, x, y):
        return einsum(x, y, 'batch row, row column -> batch column'), einsum(x, 'a b -> b a')


class Sublists(nn.Module):
    def forward(self, x, y):
        return torch.einsum(x, [0, 1], y, [1, 2], [0, 2])


class Letters(nn.Module):
    def forward(self, x):
        return torch.einsum('ijk->i', x)


#> --class 'Spellings("bij,bjk->bik")' --input 'x:float32[N,2,3]' --input 'y:float32[N,3,M]'
#> --class 'Spellings("bhqd,bhkd->bhqk")' --input 'x:float32[N,2,Q,3]' --input 'y:float32[N,2,K,3]'
#> --class 'Spellings("i,j->ij")' --input 'x:float32[N]' --input 'y:float32[M]'
#> --class 'Spellings("...ij,...jk->...ik")' --input 'x:float32[N,2,2,3]' --input 'y:float32[2,3,4]'
#> --class 'Spellings("nchw,cd->ndhw")' --input 'x:float32[N,3,H,W]' --input 'y:float32[3,2]'
#> --class 'Spellings("bij,bij->b")' --input 'x:float32[N,2,3]' --input 'y:float32[N,2,3]'
#> --class 'Spellings(" b i d , b j d -> b i j ")' --input 'x:float64[N,2,3]' \
#>     --input 'y:float64[N,4,3]'
#> --class 'Spellings("ij,jk")' --input 'x:float32[N,3]' --input 'y:float32[3,4]'
#> --class 'Spellings("ij,kl->ik")' --input 'x:float32[N,3]' --input 'y:float32[2,4]'
#> --class One --input 'x:float32[N,3]'
#> --class Square --input 'x:float32[N,N]'
#> --class Three --input 'x:float32[N,2]' --input 'y:float32[2,3]' --input 'z:float32[3,M]'
#> --class Named --input 'x:float32[N,3]' --input 'y:float32[3,M]'
#> --class Sublists --input 'x:float32[N,3]' --input 'y:float32[3,M]'
#> --class Letters --input 'x:float32[2,3]'
#= 1
#! einsum.py:44:16: error[NN401]: `forward` raises `RuntimeError: torch.einsum: `ijk` does not fit an operand of 2 axes`
#!             return torch.einsum('ijk->i', x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~
