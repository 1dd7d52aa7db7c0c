import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.Embedding(*args, **options)

    def forward(self, i):
        w = self.layer.weight
        return (self.layer(i), F.embedding(i, w), F.embedding(input=i, weight=w, padding_idx=1),
                torch.embedding(w, i), w[i])


class Pretrained(nn.Module):
    def __init__(self):
        super().__init__()
        table = torch.arange(10.0).view(5, 2)
        self.layer = nn.Embedding.from_pretrained(table, freeze=True, padding_idx=0)

    def forward(self, i):
        return self.layer(i)


#> --class 'Spellings(5, 3)' --input 'i:int64[N]'
#> --class 'Spellings(5, 3, padding_idx=0)' --input 'i:int64[N,M]'
#> --class 'Spellings(5, 2, padding_idx=-1, sparse=True, scale_grad_by_freq=True)' \
#>     --input 'i:int64[]'
#> --class 'Spellings(5, 2, dtype=torch.float64)' --input 'i:int64[2,0]'
#> --class Pretrained --input 'i:int64[N]'
#> --class 'Spellings(5, 3)' --input 'i:float32[N]'
#= 1
#! embedding.py:13:17: error[NN404]: `forward` raises `RuntimeError: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got Float instead (while checking arguments for embedding)`
#!             return (self.layer(i), F.embedding(i, w), F.embedding(input=i, weight=w, padding_idx=1),
#!                     ^~~~~~~~~~~~~
#!   hint: indices are whole numbers: declare the input as int64, or use `.long()`
#> --class 'Spellings(5, 3, max_norm=1.0)' --input 'i:int64[N]'
#= 1
#! embedding.py:13:17: error[NN302]: `torch.nn.Embedding`: `embedding` with max_norm changes its weight at every call
#!             return (self.layer(i), F.embedding(i, w), F.embedding(input=i, weight=w, padding_idx=1),
#!                     ^~~~~~~~~~~~~
#!   hint: apply the norm to the weight before the export
