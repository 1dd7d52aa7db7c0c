import torch
from torch import nn


class Spellings(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.conv = nn.utils.weight_norm(nn.Conv1d(2, 3, 3), **options)
        self.linear = torch.nn.utils.weight_norm(nn.Linear(4, 3), name='weight', dim=None)

    def forward(self, x, y):
        return self.conv(x), self.linear(y)


class Removed(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.utils.weight_norm(nn.Linear(4, 3))
        nn.utils.remove_weight_norm(self.linear)

    def forward(self, y):
        return self.linear(y)


#> --class Spellings --input 'x:float32[N,2,5]' --input 'y:float32[N,4]'
#> --class 'Spellings(dim=1)' --input 'x:float32[N,2,5]' --input 'y:float32[N,4]'
#> --class 'Spellings(dim=2)' --input 'x:float32[2,2,5]' --input 'y:float32[N,4]'
#> --class Removed --input 'y:float32[N,4]'
