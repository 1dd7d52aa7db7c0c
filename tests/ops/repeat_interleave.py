import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.repeat_interleave(2), x.repeat_interleave(3, 1),
                torch.repeat_interleave(x, 2, dim=0), x.repeat_interleave(repeats=2, dim=-1),
                x.repeat_interleave(torch.tensor([2]), dim=0))


class Counts(nn.Module):
    """Each element as often as a tensor says."""

    def forward(self, x, counts):
        return (x.repeat_interleave(counts, dim=0), torch.repeat_interleave(x, counts, 0),
                torch.repeat_interleave(counts))


class Fixed(nn.Module):
    def forward(self, x):
        counts = torch.tensor([1, 0, 2])
        return (x.repeat_interleave(counts, 1),
                torch.repeat_interleave(x, counts, dim=1, output_size=3))


class Sizes(nn.Module):
    def forward(self, x):
        return x.repeat_interleave(torch.tensor([1, 2]), 0)


#> --class Spellings --input 'x:float32[N,3]'
#> --class Spellings --input 'x:int64[2,3]'
#> --class Counts --input 'x:float32[N,2]' --input 'counts:int64[N]'
#~ with counts=integers(0, 4)
#> --class Fixed --input 'x:float32[N,3]'
#> --class Sizes --input 'x:float32[3]'
#= 1
#! repeat_interleave.py:29:16: error[NN401]: `forward` raises `RuntimeError: repeats must have the same size as input along dim`
#!             return x.repeat_interleave(torch.tensor([1, 2]), 0)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
