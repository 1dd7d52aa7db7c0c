from torch import nn


class Spellings(nn.Module):
    def __init__(self, padding, value):
        super().__init__()
        self.layer = nn.ConstantPad2d(padding, value)

    def forward(self, x):
        return self.layer(x)


#> --class 'Spellings(2, 3.5)' --input 'x:float32[N,3,H,W]'
#> --class 'Spellings((1, 0, -1, 2), value=-1)' --input 'x:int64[2,3,4]'
