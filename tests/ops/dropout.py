import torch
import torch.nn.functional as F
from torch import nn


class Evaluated(nn.Module):
    def __init__(self, kind, **options):
        super().__init__()
        self.layer = getattr(nn, kind)(**options)

    def forward(self, x):
        return self.layer(x)


class Functions(nn.Module):
    def forward(self, x):
        return (F.dropout(x, 0.5, False), F.dropout(x, p=0.1, training=self.training),
                F.dropout(x, 0.0), torch.dropout(x, 0.5, False),
                F.dropout2d(x, 0.5, training=False), F.alpha_dropout(x, 0.5, False),
                F.dropout(x * 1, 0.5, False, True), F.feature_alpha_dropout(x, 0.2))


class Drawn(nn.Module):
    def forward(self, x):
        ones = x - x + 1
        return F.dropout(ones, 0.5, training=True).unique(), F.dropout(x, 1.0)


class Range(nn.Module):
    def forward(self, x):
        return nn.Dropout(1.5)(x)


#> --class 'Evaluated("Dropout", p=0.3)' --input 'x:float32[N,4]'
#> --class 'Evaluated("Dropout", inplace=True)' --input 'x:float64[N]'
#> --class 'Evaluated("Dropout2d", p=0.3)' --input 'x:float32[N,4,2,2]'
#> --class 'Evaluated("Dropout1d")' --input 'x:float32[N,4,2]'
#> --class 'Evaluated("Dropout3d")' --input 'x:float32[N,4,2,1,2]'
#> --class 'Evaluated("AlphaDropout")' --input 'x:float32[N,4]'
#> --class Functions --input 'x:float32[N,4,2,2]'
#> --class Drawn --input 'x:float32[N,500]'
#! dropout.py:26:16: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.nn.functional.dropout`, which each run of the model draws anew
#!             return F.dropout(ones, 0.5, training=True).unique(), F.dropout(x, 1.0)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Range --input 'x:float32[N]'
#= 1
#! dropout.py:31:16: error[NN202]: `forward` raises `ValueError: dropout probability has to be between 0 and 1, but got 1.5`
#!             return nn.Dropout(1.5)(x)
#!                    ^~~~~~~~~~~~~~~
