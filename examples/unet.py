"""U-Net for segmentation of images of any size.

Where a size is odd, upsampling does not give back the size that the encoder had: the difference is
padded, so that the amounts of `F.pad` are arithmetic on symbolic sizes.

O. Ronneberger et al., U-Net: Convolutional networks for biomedical image segmentation, 2015.
"""
import torch
from torch import nn
import torch.nn.functional as F


class DoubleConv(nn.Sequential):
    def __init__(self, in_channels, out_channels):
        super().__init__(
            nn.Conv2d(in_channels, out_channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(out_channels),
            nn.ReLU(inplace=True),
            nn.Conv2d(out_channels, out_channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(out_channels),
            nn.ReLU(inplace=True),
        )


class Up(nn.Module):
    def __init__(self, in_channels, out_channels):
        super().__init__()
        self.up = nn.ConvTranspose2d(in_channels, in_channels // 2, kernel_size=2, stride=2)
        self.conv = DoubleConv(in_channels, out_channels)

    def forward(self, x, skip):
        x = self.up(x)
        dh = skip.size(2) - x.size(2)
        dw = skip.size(3) - x.size(3)
        x = F.pad(x, [dw // 2, dw - dw // 2, dh // 2, dh - dh // 2])
        return self.conv(torch.cat([skip, x], dim=1))


class UNet(nn.Module):
    def __init__(self, in_channels=3, num_classes=2, width=16, depth=3):
        super().__init__()
        channels = [width * 2**i for i in range(depth + 1)]
        self.stem = DoubleConv(in_channels, channels[0])
        self.downs = nn.ModuleList(
            nn.Sequential(nn.MaxPool2d(2), DoubleConv(a, b)) for a, b in zip(channels, channels[1:])
        )
        self.ups = nn.ModuleList(Up(b, a) for a, b in reversed(list(zip(channels, channels[1:]))))
        self.out = nn.Conv2d(channels[0], num_classes, kernel_size=1)

    def forward(self, x):
        skips = [self.stem(x)]
        for down in self.downs:
            skips.append(down(skips[-1]))
        x = skips.pop()
        for up in self.ups:
            x = up(x, skips.pop())
        return self.out(x)


if __name__ == "__main__":
    print(UNet().eval()(torch.rand(1, 3, 97, 131)).shape)

#> --class UNet --input 'x:float32[N,3,H,W]'
#~ with N=(1, 2), H=(97, 64), W=(131, 40)
#~ sizes four times halved, a size must be 16 at least
