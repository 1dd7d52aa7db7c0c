import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (x.to(torch.float64), x.to(y), x.to(dtype=torch.int32), x.to('cpu'),
                x.to('cpu', torch.float16), x.to(y.device, y.dtype, non_blocking=True, copy=True),
                x.to(y, non_blocking=True), x.to(device=y.device), x.type_as(y), x.cpu(),
                x.cuda() if torch.cuda.is_available() else x)


class Methods(nn.Module):
    def forward(self, x):
        return (x.float(), x.double(), x.half(), x.long(), x.int(), x.short(), x.char(),
                x.abs().byte(), x.bool(), x.bfloat16().float())


class Type(nn.Module):
    def forward(self, x):
        return (x.type(torch.float64), x.type('torch.LongTensor'), x.type(torch.FloatTensor),
                x.type(torch.int32, non_blocking=True))


class Kept(nn.Module):
    """Of the same type it is the same tensor, which a write shows."""

    def forward(self, x):
        x = x * 1
        y = x.to(torch.float32)
        z = x.to(torch.float32, copy=True)
        y += 1
        x.float().mul_(2)
        return x, y, z, y is x


class Formats(nn.Module):
    def forward(self, x):
        return (x.to(memory_format=torch.channels_last) + 1, x.cpu(),
                x.float(memory_format=torch.preserve_format))


class Module(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(3, 2).to(torch.float64).to('cpu')

    def forward(self, x):
        return self.layer(x.to(self.layer.weight.dtype))


class Text(nn.Module):
    def forward(self, x):
        return x.to('float16')


#> --class Spellings --input 'x:float32[N,4]' --input 'y:int64[N]'
#> --class Spellings --input 'x:int32[N]' --input 'y:float64[]'
#> --class Spellings --input 'x:bool[N]' --input 'y:float32[]'
#> --class Methods --input 'x:float32[N]'
#~ with x=normal(0, 5)
#> --class Methods --input 'x:int64[N]'
#> --class Type --input 'x:float32[N]'
#> --class Kept --input 'x:float32[N]'
#> --class Formats --input 'x:float32[N,3,2,2]'
#> --class Module --input 'x:float32[N,3]'
#> --class Text --input 'x:float32[N]'
#= 1
#! to.py:54:16: error[NN202]: `forward` raises `RuntimeError: Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, ort, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone, npu, mlu, musa device type at start of device string: float16`
#!             return x.to('float16')
#!                    ^~~~~~~~~~~~~~~
