from torch import nn


class Spellings(nn.Module):
    def __init__(self, padding, value):
        super().__init__()
        self.layer = nn.ConstantPad1d(padding, value)

    def forward(self, x):
        return self.layer(x)


#> --class 'Spellings(2, 3.5)' --input 'x:float32[N,3,L]'
#> --class 'Spellings((1, -1), value=-1)' --input 'x:float32[2,3]'
