from torch import nn


class Spellings(nn.Module):
    def __init__(self, padding):
        super().__init__()
        self.layer = nn.ReplicationPad2d(padding)

    def forward(self, x):
        return self.layer(x)


#> --class 'Spellings(2)' --input 'x:float32[N,3,H,W]'
#> --class 'Spellings((1, 0, 2, 3))' --input 'x:float64[2,3,4]'
