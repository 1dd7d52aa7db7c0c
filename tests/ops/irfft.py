import torch
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.args, self.options = args, options

    def forward(self, x):
        z = torch.view_as_complex(x)
        return torch.fft.irfft(z, *self.args, **self.options)


class Filtered(nn.Module):
    def forward(self, x):
        return torch.fft.irfft(torch.fft.rfft(x) * 2, n=x.size(-1))


#> --class 'Spellings()' --input 'x:float32[N,4,2]'
#> --class 'Spellings(dim=1, n=5)' --input 'x:float32[N,3,2,2]'
#> --class 'Spellings(n=5, norm="ortho")' --input 'x:float64[2,3,2]'
#> --class Filtered --input 'x:float32[N,6]'
