import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        sizes = torch.tensor([2, 3]).tolist()
        a, b = x.shape[1:]
        return (x.view(-1, *sizes), torch.tensor([[1, 2], [3, 4]]).tolist()[1][0],
                torch.tensor(1.5).tolist(), torch.tensor([a, b]).tolist(),
                [v + 1 for v in torch.arange(3).tolist()])


class Data(nn.Module):
    """Of data: as many numbers as there are elements."""

    def forward(self, x):
        a, b = x.tolist()
        return a + b, [v * 2 for v in x.tolist()]


class Unknown(nn.Module):
    """As many numbers as the run gives, but not as many lists."""

    def forward(self, x):
        return torch.tensor(x.tolist() if x.dim() == 1 else x.tolist()[0])


#> --class Spellings --input 'x:float32[N,2,3]'
#> --class Data --input 'x:float32[2]'
#> --class Data --input 'x:int64[2]'
#> --class Unknown --input 'x:float32[N]'
#> --class Unknown --input 'x:float32[N,2]'
#= 1
#! tolist.py:26:61: error[NN302]: the elements of this tensor are known only when the model runs: there is no Python list of them
#!             return torch.tensor(x.tolist() if x.dim() == 1 else x.tolist()[0])
#!                                                                 ^~~~~~~~~~
#!   hint: index the tensor itself, or go through it row by row in a `for` statement
