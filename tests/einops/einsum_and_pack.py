from einops import einsum, pack, parse_shape, unpack
from torch import nn


class Scores(nn.Module):
    def forward(self, q, k):
        scores = einsum(q, k, 'b head i dim, b head j dim -> b head i j')
        return einsum(scores, k, '... i j, ... j dim -> ... i dim')


class Tokens(nn.Module):
    """Layers over all tokens together, apart again behind them."""

    def forward(self, x, image):
        packed, shapes = pack([x, image], 'b * d')
        first, second = unpack(packed * 2, shapes, 'b * d')
        return packed, first + 1, second - 1


class Sizes(nn.Module):
    def forward(self, x):
        sizes = parse_shape(x, 'b _ w')
        return x.reshape(sizes['b'] * sizes['w'], -1), list(sizes.values())


#~ with N=(2, 1, 3), T=(3, 1, 4)
#> --class Scores --input 'q:float32[N,2,T,4]' --input 'k:float32[N,2,S,4]'
#> --class Tokens --input 'x:float32[N,T,8]' --input 'image:float32[N,3,W,8]'
#> --class Sizes --input 'x:float32[N,3,T]'
