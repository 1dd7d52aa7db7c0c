from torch import nn


class Spellings(nn.Module):
    def __init__(self, padding):
        super().__init__()
        self.layer = nn.ReplicationPad1d(padding)

    def forward(self, x):
        return self.layer(x)


#> --class 'Spellings(2)' --input 'x:float32[N,3,L]'
#> --class 'Spellings((1, 3))' --input 'x:float64[2,3]'
