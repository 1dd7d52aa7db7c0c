"""Fourier transforms, whose complex results are pairs of real tensors."""
import torch
from torch import nn


class Forward(nn.Module):
    def forward(self, x):
        made = [torch.fft.fft(x), torch.fft.fft(x, dim=0 - 2), torch.fft.fft(x, n=3, norm='ortho'),
                torch.fft.fft(x, 8, 1, 'forward'), torch.fft.rfft(x), torch.fft.rfft(x, 4, norm='ortho'),
                torch.fft.ifft(x, norm='forward'), torch.fft.ifft(torch.fft.fft(x, dim=1), dim=1)]
        return [torch.view_as_real(z.resolve_conj()) for z in made]


class Back(nn.Module):
    def forward(self, x):
        half = torch.fft.rfft(x)
        return [torch.fft.irfft(half), torch.fft.irfft(half, n=5), torch.fft.irfft(half, 9, norm='ortho'),
                torch.fft.irfft(torch.view_as_complex(x.unflatten(-1, (3, 2))), dim=1, norm='forward')]


class Several(nn.Module):
    def forward(self, x):
        made = [torch.fft.fft2(x), torch.fft.rfft2(x, norm='ortho'), torch.fft.fftn(x), torch.fft.ifft2(x, dim=(1, 3)),
                torch.fft.rfft2(x, s=(3, 8)), torch.fft.ifftn(x, (4, 4)), torch.fft.rfftn(x, dim=(2, 3))]
        back = [torch.fft.irfft2(torch.fft.rfft2(x, dim=(1, 2)), s=(3, 5), dim=(1, 2)),
                torch.fft.irfftn(torch.fft.rfftn(x))]
        return [torch.view_as_real(z.resolve_conj()) for z in made], back


class Filter(nn.Module):
    """Of a global filter network."""

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(6, 3, 3, 2))

    def forward(self, x):
        z = torch.fft.rfft2(x, dim=(1, 2), norm='ortho')
        z = z * torch.view_as_complex(self.weight)
        return torch.fft.irfft2(z, s=x.shape[1:3], dim=(1, 2), norm='ortho')


class Mix(nn.Module):
    def forward(self, x):
        return torch.fft.fft(torch.fft.fft(x, dim=-1), dim=-2).real


class Numbers(nn.Module):
    def forward(self, x):
        z = torch.fft.fft(x)
        turn = torch.tensor(-1j, dtype=torch.complex64) * torch.pi * torch.arange(6)[None, :]
        made = [torch.exp(turn / 12) * z, z + 1, 2j - z, z * 1j, z + x, x - z, z / x.exp(), 3 + z, torch.tensor(2.5 + 1j) + z]
        return [torch.view_as_real(w) for w in made], torch.abs(z)


class Longer(nn.Module):
    def forward(self, x):
        return torch.fft.fft(x, n=5).real


#> --class Forward --input 'x:float32[N,4,6]'
#> --class Forward --input 'x:float64[N,4,6]'
#> --class Back --input 'x:float32[N,4,6]'
#> --class Several --input 'x:float32[N,4,6,5]'
#> --class Filter --input 'x:float32[N,6,4,3]'
#> --class Mix --input 'x:float32[N,T,6]'
#> --class Mix --input 'x:int64[N,T,6]'
#> --class Numbers --input 'x:float32[N,6]'
#> --class Longer --input 'x:float32[N,T]'
#= 1
#! fft.py:58:16: error[NN403]: `torch.fft.fft`: a Fourier transform whose length is not the size of its axis, when that is not known
#!             return torch.fft.fft(x, n=5).real
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!   hint: give the size with --input
