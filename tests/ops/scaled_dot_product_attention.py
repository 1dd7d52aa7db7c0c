"""Of torch 2; where torch has none, the formula stands in."""
import math
import torch
import torch.nn.functional as F
from torch import nn


def attention(q, k, v, mask=None, dropout_p=0.0, is_causal=False, scale=None):
    if hasattr(F, 'scaled_dot_product_attention'):
        return F.scaled_dot_product_attention(q, k, v, mask, dropout_p, is_causal, scale=scale)
    scale = 1 / math.sqrt(q.size(-1)) if scale is None else scale
    scores = q @ k.transpose(-2, -1) * scale
    if is_causal:
        mask = torch.ones(q.size(-2), k.size(-2), dtype=torch.bool).tril()
    if mask is not None and mask.dtype == torch.bool:
        scores = scores.masked_fill(~mask, float('-inf'))
    elif mask is not None:
        scores = scores + mask
    return scores.softmax(-1) @ v


class Spellings(nn.Module):
    def forward(self, q, k, v):
        return (attention(q, k, v), attention(q, k, v, scale=0.3),
                attention(q, k, v, None, 0.0, True), attention(q[0], k[0], v[0]))


class Masked(nn.Module):
    def forward(self, q, k, v, added):
        kept = torch.ones_like(added, dtype=torch.bool).tril()
        return (attention(q, k, v, added), attention(q, k, v, mask=kept),
                attention(q, k, v, added[None, None]))


class Named(nn.Module):
    def forward(self, x):
        same = dict(query=x, key=x, value=x)
        return F.scaled_dot_product_attention(**same, attn_mask=None, dropout_p=0.1)


class Both(nn.Module):
    def forward(self, x, m):
        return F.scaled_dot_product_attention(x, x, x, m, is_causal=True)


#> --class Spellings --input 'q:float32[N,2,L,4]' --input 'k:float32[N,2,S,4]' \
#>     --input 'v:float32[N,2,S,3]'
#> --class Masked --input 'q:float32[N,2,L,4]' --input 'k:float32[N,2,S,4]' \
#>     --input 'v:float32[N,2,S,3]' --input 'added:float32[L,S]'
#> --class Named --input 'x:float32[N,2,3,4]'
#~ skip it draws random numbers
#! scaled_dot_product_attention.py:38:16: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.nn.functional.scaled_dot_product_attention`, which each run of the model draws anew
#!             return F.scaled_dot_product_attention(**same, attn_mask=None, dropout_p=0.1)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Both --input 'x:float32[N,2,3,4]' --input 'm:bool[3,3]'
#= 1
#! scaled_dot_product_attention.py:43:16: error[NN202]: `forward` raises `RuntimeError: _scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True`
#!             return F.scaled_dot_product_attention(x, x, x, m, is_causal=True)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
