import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.EmbeddingBag(*args, **options)

    def forward(self, i):
        return self.layer(i), F.embedding_bag(i, self.layer.weight, mode=self.layer.mode)


class Offsets(nn.Module):
    def __init__(self, mode='mean', last=False):
        super().__init__()
        self.layer = nn.EmbeddingBag(5, 3, mode=mode, include_last_offset=last)

    def forward(self, i, offsets):
        return self.layer(i, offsets)


class Weighted(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.EmbeddingBag(5, 3, mode='sum')

    def forward(self, i, w):
        return self.layer(i, per_sample_weights=w)


class Padded(nn.Module):
    def __init__(self, mode='mean'):
        super().__init__()
        self.layer = nn.EmbeddingBag(5, 3, mode=mode, padding_idx=1)

    def forward(self, i, offsets):
        return self.layer(i, offsets), self.layer(i.view(2, -1))


#> --class 'Spellings(5, 3)' --input 'i:int64[N,2]'
#> --class 'Spellings(5, 3, mode="sum")' --input 'i:int64[N,M]'
#> --class 'Spellings(5, 3, mode="max")' --input 'i:int64[2,3]'
#> --class 'Offsets' --input 'i:int64[6]' --input 'offsets:int64[3]'
#~ with offsets=[0, 2, 5]
#> --class 'Offsets("sum", True)' --input 'i:int64[6]' --input 'offsets:int64[3]'
#~ with offsets=[0, 2, 6]
#> --class 'Offsets("max")' --input 'i:int64[L]' --input 'offsets:int64[B]'
#~ call i=[1, 2, 3, 0, 1, 4], offsets=[0, 2, 2, 5]
#~ call i=[3], offsets=[0]
#> --class Padded --input 'i:int64[6]' --input 'offsets:int64[3]'
#~ with offsets=[0, 2, 6]
#> --class 'Padded("max")' --input 'i:int64[6]' --input 'offsets:int64[3]'
#~ with offsets=[0, 2, 5]
#> --class Weighted --input 'i:int64[N,2]' --input 'w:float32[N,2]'
