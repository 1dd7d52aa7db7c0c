import torch
from torch import nn
from torch.ao.quantization import DeQuantStub, QuantStub


class Float(nn.Module):
    """What quantizing would replace is plain arithmetic without it."""

    def __init__(self):
        super().__init__()
        self.quant = QuantStub()
        self.dequant = DeQuantStub()
        self.functional = nn.quantized.FloatFunctional()
        self.traced = torch.ao.nn.quantized.FXFloatFunctional()

    def forward(self, x, y):
        x, y = self.quant(x), self.quant(y)
        for f in (self.functional, self.traced):
            x = f.mul(f.add(x, y), f.add_relu(x, y))
            x = f.cat([x, f.mul_scalar(y, 0.5), f.add_scalar(y, 2)], dim=1)
            y = torch.cat([y, y, y], 1)
        return self.dequant(x), len(list(self.modules()))


class Called(nn.Module):
    def __init__(self):
        super().__init__()
        self.functional = nn.quantized.FloatFunctional()

    def forward(self, x):
        return self.functional(x)


#> --class Float --input 'x:float32[N,3]' --input 'y:float32[N,3]'
#> --class Called --input 'x:float32[N,3]'
#= 1
#! FloatFunctional.py:31:16: error[NN202]: `forward` raises `RuntimeError: FloatFunctional is not intended to use the forward. Please use the corresponding operation`
#!             return self.functional(x)
#!                    ^~~~~~~~~~~~~~~~~~
