import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, pair):
        z = torch.view_as_complex(pair)
        return torch.angle(x), x.angle(), torch.angle(z), z.angle()


class Integers(nn.Module):
    def forward(self, n):
        return torch.angle(n)


#> --class Spellings --input 'x:float32[N,3]' --input 'pair:float32[N,3,2]'
#> --class Integers --input 'n:int64[N]'
#~ with n=integers(-3, 3)
