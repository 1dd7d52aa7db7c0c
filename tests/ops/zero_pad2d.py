from torch import nn


class Spellings(nn.Module):
    def __init__(self, padding):
        super().__init__()
        self.layer = nn.ZeroPad2d(padding)

    def forward(self, x):
        return self.layer(x)


#> --class 'Spellings(2)' --input 'x:float32[N,3,H,W]'
#> --class 'Spellings((1, 0, -1, 2))' --input 'x:float32[2,3,4]'
#> --class 'Spellings((1, 0, 1))' --input 'x:float32[2,3,4]'
#= 1
#! zero_pad2d.py:10:16: error[NN401]: `forward` raises `RuntimeError: Padding length must be divisible by 2`
#!             return self.layer(x)
#!                    ^~~~~~~~~~~~~
