"""AlexNet in its one-GPU form: five convolutions and three linear layers.

A. Krizhevsky, One weird trick for parallelizing convolutional neural networks, 2014.
"""
import torch
from torch import nn


def conv_block(in_channels, out_channels, pool=False, **kwargs):
    layers = [nn.Conv2d(in_channels, out_channels, **kwargs), nn.ReLU(inplace=True)]
    if pool:
        layers.append(nn.MaxPool2d(kernel_size=3, stride=2))
    return nn.Sequential(*layers)


class AlexNet(nn.Module):
    def __init__(self, num_classes: int = 1000, dropout: float = 0.5):
        super().__init__()
        self.features = nn.Sequential(
            conv_block(3, 64, pool=True, kernel_size=11, stride=4, padding=2),
            conv_block(64, 192, pool=True, kernel_size=5, padding=2),
            conv_block(192, 384, kernel_size=3, padding=1),
            conv_block(384, 256, kernel_size=3, padding=1),
            conv_block(256, 256, pool=True, kernel_size=3, padding=1),
        )
        self.pool = nn.AdaptiveAvgPool2d((6, 6))
        self.classifier = nn.Sequential(
            nn.Dropout(dropout),
            nn.Linear(256 * 6 * 6, 4096),
            nn.ReLU(inplace=True),
            nn.Dropout(dropout),
            nn.Linear(4096, 4096),
            nn.ReLU(inplace=True),
            nn.Linear(4096, num_classes),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.pool(self.features(x))
        return self.classifier(torch.flatten(x, 1))


if __name__ == "__main__":
    print(AlexNet()(torch.rand(2, 3, 224, 224)).shape)

#> --class 'AlexNet(num_classes=10)' --input 'x:float32[N,3,224,224]'
