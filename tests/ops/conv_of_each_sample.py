import torch
from torch import nn
from torch.nn import functional as F


class Sampled(nn.Module):
    """Every sample is convolved with weights of its own: as many groups as samples."""

    def __init__(self, axes, bias=False, **options):
        super().__init__()
        self.axes, self.bias, self.options = axes, bias, options

    def forward(self, x, w):
        n, c = x.shape[:2]
        flat = x.reshape(1, n * c, *x.shape[2:])
        kernels = w.reshape(n * w.shape[1], *w.shape[2:])
        convolve = F.conv1d if self.axes == 1 else F.conv2d
        y = convolve(flat, kernels, kernels.sum(dim=list(range(1, self.axes + 2))) if self.bias else None,
                     groups=n, **self.options)
        return y.reshape(n, -1, *y.shape[2:])


def deep():
    return Sampled(2, bias=True, stride=(2, 1), padding=(1, 2), dilation=(1, 2))


class Depthwise(nn.Module):
    def forward(self, x, w):
        n, c, h, width = x.shape
        y = F.conv2d(x.reshape(1, n * c, h, width), w.reshape(n * c, 1, 3, 3), padding='same', groups=n * c)
        return y.reshape(n, c, h, width)


#> --class 'Sampled(1, padding=1)' --input 'x:float32[N,4,9]' --input 'w:float32[N,6,4,3]' --emit onnx
#> --class deep --input 'x:float32[N,4,H,9]' --input 'w:float32[N,6,4,3,3]' --emit onnx
#> --class Depthwise --input 'x:float32[N,4,7,9]' --input 'w:float32[N,4,3,3]' --emit onnx
