import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, reduction='mean', log_target=False):
        super().__init__()
        self.options = dict(reduction=reduction, log_target=log_target)
        self.layer = nn.KLDivLoss(**self.options)

    def forward(self, x, y):
        return F.kl_div(x, y, **self.options), self.layer(x, y)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[N,4]'
#~ with y=uniform(0.1, 1)
#> --class 'Spellings("batchmean")' --input 'x:float32[N,4]' --input 'y:float32[N,4]'
#~ with y=uniform(0, 1)
#> --class 'Spellings("sum", True)' --input 'x:float32[N,4]' --input 'y:float32[N,4]'
#> --class 'Spellings("none")' --input 'x:float64[N,4]' --input 'y:float64[N,4]'
#~ with y=uniform(0.1, 1)
