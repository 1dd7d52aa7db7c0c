import torch
from torch import nn


class Config(nn.Module):
    def __init__(self, act='relu', skip=True):
        super().__init__()
        self.act, self.skip = act, skip

    def forward(self, x):
        y = {'relu': torch.relu, 'tanh': torch.tanh}[self.act](x)
        if self.training:
            y = y * 0
        return x + y if self.skip else y


#> --class Config --input 'x:float32[N,4]' --emit ssa

#> --class 'Config("tanh", skip=False)' --input 'x:float32[N,4]' --emit ssa
