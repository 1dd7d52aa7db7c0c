import torch
from torch import nn


class Portable(nn.Module):
    def forward(self, x):
        vectors = getattr(torch.cpu, '_is_avx2_supported', lambda: False)()
        fast = vectors and not torch.xpu.is_available()
        return x * 2 if fast else x + x


#> --class Portable --input 'x:float32[N,4]' --emit onnx
