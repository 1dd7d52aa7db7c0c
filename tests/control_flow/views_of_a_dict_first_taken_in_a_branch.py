"""What a branch is the first to use of the language is there for all paths."""
import torch
from torch import nn


class Scaled(nn.Module):
    def forward(self, x):
        scales = {'a': 2.0, 'b': 3.0}
        if x.sum() > 0:
            for scale in scales.values():
                x = x * scale
        else:
            x = x - 1
        if x.max() > 5:
            x = x / max(scales.values())
        return x, len([*scales.keys()])


#~ call x=torch.tensor([1.0, 2.0])
#~ call x=torch.tensor([0.1])
#~ call x=torch.tensor([-1.0])
#~ call x=torch.tensor([-9.0, 12.0])
#> --class Scaled --input 'x:float32[N]'
