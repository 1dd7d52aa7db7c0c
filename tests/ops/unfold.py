import torch.nn.functional as F
from torch import nn


class Tensor(nn.Module):
    """Windows of one axis."""

    def forward(self, x):
        return (x.unfold(1, 2, 1), x.unfold(-1, 3, 2), x.unfold(dimension=1, size=4, step=4),
                x.unfold(1, 1, 3), x[0].unfold(0, 2, 2))


class Twice(nn.Module):
    def forward(self, x):
        return x.unfold(2, 2, 2).unfold(3, 2, 2)


class Image(nn.Module):
    """Windows of an image, as columns."""

    def __init__(self, *args, **options):
        super().__init__()
        self.options = args, options
        self.layer = nn.Unfold(*args, **options)

    def forward(self, x):
        return self.layer(x), F.unfold(x, *self.options[0], **self.options[1])


class Size(nn.Module):
    def forward(self, x):
        return x.unfold(1, 3, 1)


#> --class Tensor --input 'x:float32[N,5]'
#> --class Twice --input 'x:float32[N,2,4,6]'
#> --class 'Image(3)' --input 'x:float32[N,2,5,4]'
#> --class 'Image((2, 3), dilation=(1, 2), padding=(1, 2), stride=(2, 1))' \
#>     --input 'x:float32[N,2,5,6]'
#> --class 'Image(2, 1, 1, 2)' --input 'x:float32[N,2,H,W]'
#> --class 'Image(kernel_size=3, padding=1)' --input 'x:float32[2,4,4]'
#> --class Size --input 'x:float32[N,2]'
#= 1
#! unfold.py:32:16: error[NN401]: `forward` raises `RuntimeError: maximum size for tensor at dimension 1 is 2 but size is 3`
#!             return x.unfold(1, 3, 1)
#!                    ^~~~~~~~~~~~~~~~~
