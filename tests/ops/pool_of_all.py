"""Windows as long as what they go over, however long that is."""
import torch.nn.functional as F
from torch import nn


class Both(nn.Module):
    def forward(self, x):
        return (F.avg_pool2d(x, x.size()[2:]), F.max_pool2d(x, kernel_size=x.shape[2:]),
                F.max_pool2d(x, (x.size(2), 1)), F.avg_pool2d(x, (1, x.shape[-1]), stride=1),
                F.avg_pool2d(x, x.shape[2:], stride=3, ceil_mode=True))


class Rows(nn.Module):
    def forward(self, x):
        rows = x.size(2)
        return (F.max_pool2d(x, (rows, 2), stride=(2, 1), ceil_mode=True),
                F.avg_pool2d(x, (rows, 2), count_include_pad=False, ceil_mode=True),
                F.avg_pool2d(x, (rows, 2), stride=(1, 2), padding=(0, 1)))


class Words(nn.Module):
    def forward(self, x):
        x = F.relu(x)
        return F.max_pool1d(x, x.size(2)).squeeze(2), F.avg_pool1d(x, x.shape[-1])


class Square(nn.Module):
    def forward(self, x):
        return F.avg_pool2d(x, x.shape[3])


class Padded(nn.Module):
    def forward(self, x):
        return F.avg_pool2d(x, x.shape[2:], padding=1)


#> --class Both --input 'x:float32[N,3,H,W]'
#> --class Rows --input 'x:float32[N,3,H,7]'
#> --class Words --input 'x:float32[N,4,W]'
#> --class Square --input 'x:float32[N,3,H,H]'
#> --class Padded --input 'x:float32[N,3,H,W]'
#= 1
#! pool_of_all.py:34:16: error[NN403]: `torch.nn.functional.avg_pool2d`: `kernel_size` is H, which is known only when the model runs; ONNX has it as a constant
#!             return F.avg_pool2d(x, x.shape[2:], padding=1)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: give fixed sizes: --input 'x:float32[N,3,224,224]'
#! pool_of_all.py:34:16: error[NN401]: `forward` raises `RuntimeError: torch.nn.functional.avg_pool2d: padding 1 is not smaller than the window's 1`
#!             return F.avg_pool2d(x, x.shape[2:], padding=1)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
