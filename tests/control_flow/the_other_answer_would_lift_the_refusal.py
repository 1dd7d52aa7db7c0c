import torch
from torch import nn


class Asks(nn.Module):
    def forward(self, x):
        if torch.onnx.is_in_onnx_export():
            return x + 1
        return torch.linalg.svdvals(x)


class AsksToo(nn.Module):
    def forward(self, x):
        if torch.jit.is_tracing():
            return torch.linalg.svdvals(x)
        return x + 1


#> --class Asks --input 'x:float32[3,4]'
#> --class Asks --input 'x:float32[3,4]' --as-export --emit ssa
#~ skip eager PyTorch answers otherwise
#> --class AsksToo --input 'x:float32[3,4]' --as-export
#> --class AsksToo --input 'x:float32[3,4]'
