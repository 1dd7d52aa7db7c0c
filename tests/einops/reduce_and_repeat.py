import torch
from einops import reduce, repeat
from einops.layers.torch import Rearrange, Reduce
from torch import nn


class Means(nn.Module):
    def forward(self, x):
        pooled = reduce(x, 'b c (h 2) (w p) -> b c h w', 'max', p=2)
        return pooled, reduce(x, 'b c h w -> b c 1 1', 'mean'), reduce(x, 'b ... -> b', 'sum')


class Others(nn.Module):
    def forward(self, x):
        low, high = reduce(x, 'a b -> b', 'min'), reduce(x, 'a b -> ', 'prod')
        return low, high, reduce(x > 0, 'a b -> a', 'any'), reduce(x > 0, 'a b -> a', 'all')


class Own(nn.Module):
    """A reduction may be a function of the tensor and the axes."""

    def forward(self, x):
        return reduce(x, 'a b c -> b', lambda t, axes: t.logsumexp(axes))


class Repeats(nn.Module):
    def __init__(self):
        super().__init__()
        self.token = nn.Parameter(torch.randn(1, 1, 8))

    def forward(self, x):
        token = repeat(self.token, '() n d -> b n d', b=x.shape[0])
        tiled = repeat(x, 'b n d -> b (n 2) (r d)', r=3)
        return torch.cat((token, x), dim=1), tiled, repeat(x, '... -> k ...', k=2)


class Layers(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(Rearrange('b c (h p) (w p2) -> b (h w) (p p2 c)', p=2, p2=2),
                                    nn.Linear(12, 4), Reduce('b n d -> b d', 'mean'))

    def forward(self, x):
        return self.layers(x)


#~ with N=(2, 1, 3)
#> --class Means --input 'x:float32[N,3,H,W]'
#~ with H=(2, 6, 4), W=(4, 2, 8)
#~ sizes both are even
#! reduce_and_repeat.py:9:18: warning[NN505]: the graph is exact under the assumption that `EinopsError: Shape mismatch, can't divide axis of length H in chunks of 2 in "b c (h 2) (w p) -> b c h w"` is not raised
#!             pooled = reduce(x, 'b c (h 2) (w p) -> b c h w', 'max', p=2)
#!                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! reduce_and_repeat.py:9:18: warning[NN505]: the graph is exact under the assumption that `EinopsError: Shape mismatch, can't divide axis of length W in chunks of 2 in "b c (h 2) (w p) -> b c h w"` is not raised
#!             pooled = reduce(x, 'b c (h 2) (w p) -> b c h w', 'max', p=2)
#!                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Others --input 'x:float32[N,M]'
#> --class Own --input 'x:float32[N,5,2]'
#> --class Repeats --input 'x:float32[N,T,8]'
#> --class Layers --input 'x:float32[N,3,H,W]'
#~ with H=(2, 6, 4), W=(4, 2, 8)
#~ sizes both are even
#! reduce_and_repeat.py:44:16: warning[NN505]: the graph is exact under the assumption that `EinopsError: Shape mismatch, can't divide axis of length H in chunks of 2 in "b c (h p) (w p2) -> b (h w) (p p2 c)"` is not raised
#!             return self.layers(x)
#!                    ^~~~~~~~~~~~~~
#!
#! reduce_and_repeat.py:44:16: warning[NN505]: the graph is exact under the assumption that `EinopsError: Shape mismatch, can't divide axis of length W in chunks of 2 in "b c (h p) (w p2) -> b (h w) (p p2 c)"` is not raised
#!             return self.layers(x)
#!                    ^~~~~~~~~~~~~~
#!
