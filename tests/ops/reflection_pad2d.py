from torch import nn


class Spellings(nn.Module):
    def __init__(self, padding):
        super().__init__()
        self.layer = nn.ReflectionPad2d(padding)

    def forward(self, x):
        return self.layer(x)


#> --class 'Spellings(2)' --input 'x:float32[N,3,4,W]'
#~ with W=(3, 5)
#~ sizes a reflection by two needs three columns
#> --class 'Spellings((1, 0, 2, 1))' --input 'x:float64[2,3,4]'
#> --class 'Spellings(3)' --input 'x:float32[N,1,3,4]'
#= 1
#! reflection_pad2d.py:10:16: error[NN401]: `forward` raises `RuntimeError: Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (3, 3) at dimension 2 of input [N, 1, 3, 4]`
#!             return self.layer(x)
#!                    ^~~~~~~~~~~~~
