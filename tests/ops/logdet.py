import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.logdet(x), x.logdet(), torch.linalg.slogdet(x)


#> --class Spellings --input 'x:float32[2,2]'
#~ with x=[[2.0, 1.0], [-1.0, 3.0]]
#> --class Spellings --input 'x:float32[N,3,3]'
#~ call x=[[[2.0, 1.0, 0.5], [-1.0, 3.0, 1.0], [0.0, 1.0, 2.0]]]
#~ call x=[[[2, 1, 0.5], [-1, 3, 1], [0, 1, 2]], [[0, 2, 0.5], [-1, 3, 1], [0, 0, 2]]]
