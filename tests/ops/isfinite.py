import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.isfinite(x), x.isfinite()


#> --class Spellings --input 'x:float32[4]'
#~ call x=[nan, 1.0, inf, -inf]
#> --class Spellings --input 'x:float64[N]'
#> --class Spellings --input 'x:int64[N]'
#> --class Spellings --input 'x:float16[N]'
