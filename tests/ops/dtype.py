import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, n):
        ones = torch.ones(3, dtype=x.dtype)
        return (n.to(x.dtype) + x, ones, x.dtype == torch.float32,
                n.dtype in (torch.int64, torch.int32), x.dtype is n.dtype,
                x.dtype.itemsize if hasattr(x.dtype, 'itemsize') else x.element_size(),
                torch.finfo(x.dtype).eps, torch.iinfo(n.dtype).max)


class Names(nn.Module):
    def forward(self, x):
        return x * len(str(x.dtype)), {torch.float32: 1, torch.float64: 2}[x.dtype]


class Promotion(nn.Module):
    def forward(self, x, n):
        return ((n + x).dtype == x.dtype, (n + 1.5).dtype == torch.get_default_dtype(),
                torch.promote_types(x.dtype, n.dtype) == x.dtype,
                torch.result_type(n, 1.0) == torch.float, x)


#> --class Spellings --input 'x:float32[N]' --input 'n:int64[N]'
#> --class Spellings --input 'x:float16[N]' --input 'n:int32[N]'
#> --class Names --input 'x:float64[N]'
#> --class Promotion --input 'x:float16[N]' --input 'n:int64[N]'
