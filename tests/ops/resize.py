from torch import nn


class Spellings(nn.Module):
    """The deprecated function, which copies or not, as `reshape` does."""

    def forward(self, x):
        return x.resize(2, 3) + 1, x.resize(3, 2) * 2


class InPlace(nn.Module):
    def forward(self, x):
        return x.clone().resize_(2, 3)


class Wrong(nn.Module):
    def forward(self, x):
        return x.resize(4, 2)


#> --class Spellings --input 'x:float32[6]'
#> --class InPlace --input 'x:float32[6]'
#= 1
#! resize.py:13:16: error[NN302]: `torch.Tensor.resize_`: `resize_` to other sizes looks at memory, which ONNX does not have
#!             return x.clone().resize_(2, 3)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~
#!   hint: use `reshape`, or make a new tensor
#> --class Wrong --input 'x:float32[6]'
#= 1
#! resize.py:18:16: error[NN401]: `forward` raises `RuntimeError: shape '[4, 2]' is invalid for input of size 6`
#!             return x.resize(4, 2)
#!                    ^~~~~~~~~~~~~~
