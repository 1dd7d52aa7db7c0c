import torch
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.args, self.options = args, options

    def forward(self, x):
        z = torch.fft.rfft(x, *self.args, **self.options)
        return torch.view_as_real(z), z.abs()


#> --class 'Spellings()' --input 'x:float32[N,6]'
#> --class 'Spellings(dim=1, norm="ortho")' --input 'x:float32[N,5,2]'
#> --class 'Spellings(4, -1, "forward")' --input 'x:float32[N,6]'
#> --class 'Spellings(n=8)' --input 'x:float64[2,5]'
