"""A classifier that stops half way when it is already sure: the path depends on the data.

After the first stage a small head guesses. Where its confidence reaches the threshold, the second
stage is never run; in the exported file it lies in one branch of an `If`. The idea is that of
S. Teerapittayanon et al., BranchyNet, 2016.
"""
import torch
from torch import nn


def stage(in_channels, out_channels, depth):
    layers = []
    for i in range(depth):
        layers += [
            nn.Conv2d(in_channels if i == 0 else out_channels, out_channels, 3, padding=1),
            nn.BatchNorm2d(out_channels),
            nn.ReLU(),
        ]
    return nn.Sequential(*layers, nn.MaxPool2d(2))


def head(channels, num_classes):
    return nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, num_classes))


class EarlyExit(nn.Module):
    def __init__(self, num_classes=10, threshold=0.8):
        super().__init__()
        self.threshold = threshold
        self.first = stage(3, 32, depth=2)
        self.early_head = head(32, num_classes)
        self.second = stage(32, 128, depth=4)
        self.late_head = head(128, num_classes)

    def forward(self, x):
        x = self.first(x)
        early = self.early_head(x)
        confidence = early.softmax(dim=1).max(dim=1).values
        if confidence.min() > self.threshold:
            return early
        return self.late_head(self.second(x))


if __name__ == "__main__":
    model = EarlyExit().eval()
    print(model(torch.rand(1, 3, 32, 32)).shape)

#> --class EarlyExit --input 'x:float32[N,3,32,32]'
#~ call x=full(0.0, 1, 3, 32, 32)
#~ call x=ramp(2, 3, 32, 32) * 1000
