import torch
from torch import nn


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Identity(54, unused=0.1)

    def forward(self, x):
        return self.layer(x), self.layer(x + 1)


class Spellings(nn.Module):
    def forward(self, x):
        x = x * 1
        copy = x.clone()
        other = torch.clone(x, memory_format=torch.contiguous_format)
        views = (x.detach(), x.data, torch.detach(x))
        x.add_(1)
        x.detach_()
        return (copy, other, views,
                x.contiguous() if x.dim() == 2 else x.contiguous(memory_format=torch.channels_last))


class Data(nn.Module):
    """`.data` is the same memory."""

    def forward(self, x):
        x = x * 1
        x.data[:, 0] = 7
        x.detach().mul_(2)
        x.data.copy_(x + 1)
        return x


#> --class Layer --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:int64[N,1,2,2]'
#> --class Data --input 'x:float32[N,2]'
