import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, pair):
        z = torch.view_as_complex(pair)
        return z.real, torch.real(z), x.real, torch.real(x), (z * z).real


#> --class Spellings --input 'x:float32[N,3]' --input 'pair:float32[N,3,2]'
