"""SegNet: the decoder puts each value back where the encoder's pooling took it from.

`MaxPool2d(return_indices=True)` and `MaxUnpool2d` hand positions over. PyTorch counts them inside
one channel's plane and ONNX across the whole tensor; here they reach nothing but the unpooling, so
no correction is needed.

V. Badrinarayanan et al., SegNet: A deep convolutional encoder-decoder architecture, 2015.
"""
import torch
from torch import nn


def convs(*channels):
    layers = []
    for a, b in zip(channels, channels[1:]):
        layers += [nn.Conv2d(a, b, kernel_size=3, padding=1), nn.BatchNorm2d(b), nn.ReLU()]
    return nn.Sequential(*layers)


class SegNet(nn.Module):
    def __init__(self, in_channels=3, num_classes=5):
        super().__init__()
        self.enc1 = convs(in_channels, 16, 16)
        self.enc2 = convs(16, 32, 32)
        self.enc3 = convs(32, 64, 64, 64)
        self.dec3 = convs(64, 64, 64, 32)
        self.dec2 = convs(32, 32, 16)
        self.dec1 = convs(16, 16)
        self.classify = nn.Conv2d(16, num_classes, kernel_size=3, padding=1)
        self.pool = nn.MaxPool2d(kernel_size=2, stride=2, return_indices=True)
        self.unpool = nn.MaxUnpool2d(kernel_size=2, stride=2)

    def forward(self, x):
        x = self.enc1(x)
        size1 = x.size()
        x, where1 = self.pool(x)
        x = self.enc2(x)
        size2 = x.size()
        x, where2 = self.pool(x)
        x = self.enc3(x)
        size3 = x.size()
        x, where3 = self.pool(x)

        x = self.dec3(self.unpool(x, where3, output_size=size3))
        x = self.dec2(self.unpool(x, where2, output_size=size2))
        x = self.dec1(self.unpool(x, where1, output_size=size1))
        return self.classify(x)


if __name__ == "__main__":
    print(SegNet().eval()(torch.rand(1, 3, 64, 48)).shape)

#> --class SegNet --input 'x:float32[N,3,64,48]'
