import numpy as np
import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        same = torch.as_tensor(x)
        return (torch.as_tensor([1, 2]), torch.as_tensor(3.5),
                torch.as_tensor(x, dtype=torch.float64), same + 1,
                torch.as_tensor(np.array([1.0, 2.0])), torch.as_tensor([[True]], device='cpu'),
                torch.as_tensor(x.shape), torch.as_tensor(x.shape[0], dtype=torch.int32),
                torch.as_tensor([x.shape[0] * 2, 1]))


class Shared(nn.Module):
    def forward(self, x):
        x = x * 1
        y = torch.as_tensor(x)
        y += 1
        return x


#> --class Spellings --input 'x:float32[N,2]'
#> --class Shared --input 'x:float32[N]'
