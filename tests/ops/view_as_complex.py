"""Complex tensors as pairs of real ones, which is how rotary embeddings compute with them."""
import torch
from torch import nn


def frequencies(dim, end, theta=10000.0):
    steps = 1.0 / (theta ** (torch.arange(0, dim, 2)[: (dim // 2)].float() / dim))
    angles = torch.outer(torch.arange(end), steps).float()
    return torch.polar(torch.ones_like(angles), angles)


class Rotary(nn.Module):
    def __init__(self):
        super().__init__()
        self.table = frequencies(8, 16)

    def forward(self, x):
        pairs = torch.view_as_complex(x.float().reshape(*x.shape[:-1], -1, 2))
        table = self.table.to(x.device)[2:2 + x.shape[1]]
        assert table.shape == (pairs.shape[1], pairs.shape[-1])
        shape = [d if i in (1, pairs.ndim - 1) else 1 for i, d in enumerate(pairs.shape)]
        return torch.view_as_real(pairs * table.view(*shape)).flatten(3).type_as(x)


class Buffer(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer('table', frequencies(8, 16), persistent=False)

    def forward(self, x, positions):
        table = self.table[positions].unsqueeze(2)
        turned = torch.view_as_complex(x.unflatten(-1, (-1, 2))) * table
        return torch.view_as_real(turned).flatten(-2)


class Numbers(nn.Module):
    def forward(self, x, y):
        z, w = torch.complex(x, y), torch.polar(x.abs(), y)
        parts = [z.real, z.imag, z.abs(), z.angle(), torch.angle(w), z.conj().imag]
        sums = [z + w, z - w, -z, z * 2.5, z * x, x * z, z * w.conj(), z[..., :1] * w]
        shapes = [z.unsqueeze(-1), z.transpose(0, -1), z.permute(1, 0), z.flatten(), z[:, None, 0]]
        return parts, [torch.view_as_real(s) for s in sums + shapes], torch.is_complex(z)


class Written(nn.Module):
    """The pairs are the memory that was viewed."""

    def forward(self, x):
        y = x.clone()
        z = torch.view_as_complex(y)
        y.mul_(2)
        return torch.view_as_real(z * z)


class Kind(nn.Module):
    def forward(self, x):
        z = torch.view_as_complex(x)
        return x * float(z.dtype == torch.complex64) + z.size(0) + len(z.shape)


class Power(nn.Module):
    def forward(self, x):
        return torch.view_as_complex(x) ** 2


#> --class Rotary --input 'x:float32[N,T,2,8]'
#~ with T=(1, 5, 3)
#! view_as_complex.py:20:9: warning[NN505]: the graph is exact under the assumption that `assert table.shape == (pairs.shape[1], pairs.shape[-1])` holds
#!             assert table.shape == (pairs.shape[1], pairs.shape[-1])
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Buffer --input 'x:float32[N,T,2,8]' --input 'positions:int64[N,T]'
#> --class Numbers --input 'x:float32[N,3]' --input 'y:float32[N,3]'
#> --class Written --input 'x:float32[N,2]'
#> --class Kind --input 'x:float32[N,2]'
#> --class Power --input 'x:float32[N,2]'
#= 1
#! view_as_complex.py:63:16: error[NN602]: `torch.complex_operation`: this operation of complex tensors has no counterpart in ONNX
#!             return torch.view_as_complex(x) ** 2
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: keep the real and imaginary parts in a last axis of size 2
