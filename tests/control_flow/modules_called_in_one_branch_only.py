import torch
from torch import nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 3, 3, padding=1), nn.BatchNorm2d(3), nn.ReLU())

    def forward(self, x):
        return x + self.body(x)


class SkipBlock(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = Block(), Block()
        self.head = nn.Linear(3, 2)

    def forward(self, x):
        x = self.first(x)
        confidence = self.head(x.mean((2, 3))).softmax(1).max()
        if confidence < 0.9:
            x = self.second(x)
        return self.head(x.mean((2, 3)))


#> --class SkipBlock --input 'x:float32[N,3,8,8]'
#~ call x=torch.randn(2, 3, 8, 8)
#~ call x=torch.randn(1, 3, 8, 8) * 1000
