import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        size = torch.Size([2, 3])
        return (x.view(torch.Size((-1,)) + size), size.numel(), x.shape.numel(), len(size),
                size == (2, 3), isinstance(x.shape, torch.Size), torch.zeros(size),
                x.new_ones(x.shape[:1] + torch.Size([1])), torch.Size([x.size(0), 6]).numel(),
                list(size), size[-1], 3 in size)


#> --class Spellings --input 'x:float32[N,6]'
