import torch
from einops import rearrange
from torch import nn


class Heads(nn.Module):
    """Split for attention, and merged behind it."""

    def forward(self, x):
        q, k, v = map(lambda t: rearrange(t, 'b n (h d) -> b h n d', h=4), x.chunk(3, dim=-1))
        attention = (q @ k.transpose(-1, -2)).softmax(dim=-1) @ v
        return rearrange(attention, 'b h n d -> b n (h d)')


class Patches(nn.Module):
    def forward(self, x):
        patches = rearrange(x, 'b c (h p1) (w p2) -> b (h w) (p1 p2 c)', p1=2, p2=4)
        return patches, rearrange(x, 'b c h w -> (b w) c h')


class Windows(nn.Module):
    """There and back, with lengths that only a run knows."""

    def forward(self, x):
        b, _, h, w = x.shape
        inner = rearrange(x, 'b c (x p) (y q) -> (b x y) p q c', p=2, q=2)
        return rearrange(inner * 2, '(b x y) p q c -> b c (x p) (y q)', b=b, x=h // 2, y=w // 2)


class Units(nn.Module):
    def forward(self, x):
        one = rearrange(x, 'b j -> b 1 1 j')
        return one, rearrange(one, 'b () 1 j -> j b'), rearrange(x, 'b j -> () b (j)')


class Rest(nn.Module):
    """What '...' stands for, on its own and merged, and a list as the first axis."""

    def forward(self, x):
        pairs = rearrange([x, x + 1], 'n b ... -> b ... n')
        return rearrange(x, 'b ... d -> b (...) d'), rearrange(x, '... d -> d ...'), pairs


class InPlace(nn.Module):
    """A result is a view where torch's is."""

    def forward(self, x):
        y = x.clone()
        rearrange(y, 'a (b c) -> c b a', b=2).mul_(torch.arange(3.)[:, None, None])
        rearrange(y, 'a b -> b 1 a').add_(100)
        return y


class Wrong(nn.Module):
    def forward(self, x):
        return rearrange(x, 'b (h d) -> b h d', h=3)


class Unused(nn.Module):
    def forward(self, x):
        try:
            return rearrange(x, 'b d -> b d', h=3)
        except RuntimeError:
            return rearrange(x, 'b d -> d b')


#~ with N=(2, 1, 3)
#> --class Heads --input 'x:float32[N,T,24]'
#> --class Patches --input 'x:float32[N,3,4,8]'
#> --class Windows --input 'x:float32[N,3,H,W]'
#~ with H=(2, 6, 4), W=(4, 2, 8)
#~ sizes both are even
#! rearrange.py:26:17: warning[NN505]: the graph is exact under the assumption that `EinopsError: Shape mismatch, can't divide axis of length H in chunks of 2 in "b c (x p) (y q) -> (b x y) p q c"` is not raised
#!             inner = rearrange(x, 'b c (x p) (y q) -> (b x y) p q c', p=2, q=2)
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! rearrange.py:26:17: warning[NN505]: the graph is exact under the assumption that `EinopsError: Shape mismatch, can't divide axis of length W in chunks of 2 in "b c (x p) (y q) -> (b x y) p q c"` is not raised
#!             inner = rearrange(x, 'b c (x p) (y q) -> (b x y) p q c', p=2, q=2)
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Units --input 'x:float32[N,T]'
#> --class Rest --input 'x:float32[N,2,T,5]'
#> --class InPlace --input 'x:float32[N,6]'
#> --class Wrong --input 'x:float32[N,8]'
#= 1
#! rearrange.py:56:16: error[NN202]: `forward` raises `EinopsError: Shape mismatch, can't divide axis of length 8 in chunks of 3 in "b (h d) -> b h d"`
#!             return rearrange(x, 'b (h d) -> b h d', h=3)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Unused --input 'x:float32[N,8]'
