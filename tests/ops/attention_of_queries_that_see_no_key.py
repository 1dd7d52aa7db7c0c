import math

import torch
import torch.nn.functional as F
from torch import nn


def documented(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None, enable_gqa=False):
    """What the documentation says, for a PyTorch that does not have the function yet. Since 2.5,
    a query that may see no key gives zeros."""
    length, others = query.size(-2), key.size(-2)
    scale = 1 / math.sqrt(query.size(-1)) if scale is None else scale
    bias = torch.zeros(length, others, dtype=query.dtype)
    if is_causal:
        bias = bias.masked_fill(torch.ones(length, others, dtype=torch.bool).tril().logical_not(), float("-inf"))
    if attn_mask is not None:
        if attn_mask.dtype == torch.bool:
            bias = torch.zeros(attn_mask.shape).masked_fill(attn_mask.logical_not(), float("-inf"))
        else:
            bias = attn_mask + bias
    if enable_gqa:
        key = key.repeat_interleave(query.size(-3) // key.size(-3), -3)
        value = value.repeat_interleave(query.size(-3) // value.size(-3), -3)
    weights = torch.softmax(query @ key.transpose(-2, -1) * scale + bias, -1)
    return weights.nan_to_num(nan=0.0) @ value


attend = getattr(F, "scaled_dot_product_attention", documented)


class Shared(nn.Module):
    """Key heads that serve several query heads."""

    def forward(self, q, k, v):
        return attend(q, k, v, enable_gqa=True)


#> --class Shared --input 'q:float32[N,4,T,8]' --input 'k:float32[N,2,S,8]' --input 'v:float32[N,2,S,8]'


class Masked(nn.Module):
    def forward(self, q, k, v, mask):
        return attend(q, k, v, attn_mask=mask)


#> --class Masked --input 'q:float32[N,2,3,8]' --input 'k:float32[N,2,3,8]' --input 'v:float32[N,2,3,8]' \
#>   --input 'mask:bool[N,1,3,3]' --emit ssa
#~ call N=2
#~ call mask=torch.tensor([[[[False, False, False], [False, True, False], [True, True, True]]]])
#| graph(q: f32[N,2,3,8], k: f32[N,2,3,8], v: f32[N,2,3,8], mask: bool[N,1,3,3]) -> (output_0: f32[N,2,3,8]) {
#|   %0: f32[N,2,3,8] = Mul(%q, 0.35355338: f32[])
#|   %1: f32[N,2,8,3] = Transpose(%k) {perm = [0, 1, 3, 2]}
#|   %2: f32[N,2,3,3] = MatMul(%0, %1)
#|   %3: f32[N,1,3,3] = Where(%mask, 0.0: f32[], -inf: f32[])
#|   %4: f32[N,2,3,3] = Add(%2, %3)
#|   %5: f32[N,2,3,3] = Softmax(%4)
#|   %6: f32[N,2,3,8] = MatMul(%5, %v)
#|   %7: i32[N,1,3,3] = Cast(%mask) {to = 6}
#|   %8: i32[N,1,3,1] = ReduceMax(%7, [-1])
#|   %9: bool[N,1,3,1] = Cast(%8) {to = 9}
#|   %10: f32[N,2,3,8] = Where(%9, %6, 0.0: f32[])
#|   return %10
#| }
#> --class Masked --input 'q:float32[N,2,3,8]' --input 'k:float32[N,2,3,8]' --input 'v:float32[N,2,3,8]' \
#>   --input 'mask:float32[3,3]'
#~ call N=1
#~ call N=2
#~ call mask=torch.tensor([[0.5, -1.0, 2.0], [float('-inf'), 0.0, float('-inf')], [float('-inf')] * 3])


class Window(nn.Module):
    """A known mask that leaves each query something costs nothing further."""

    def forward(self, q):
        return attend(q, q, q, attn_mask=torch.ones(4, 4, dtype=torch.bool).tril())


#> --class Window --input 'q:float32[N,2,4,8]' --emit ssa
#| graph(q: f32[N,2,4,8]) -> (output_0: f32[N,2,4,8]) {
#|   constant %constant: f32[4,4] = embedded
#|   %0: f32[N,2,4,8] = Mul(%q, 0.35355338: f32[])
#|   %1: f32[N,2,8,4] = Transpose(%q) {perm = [0, 1, 3, 2]}
#|   %2: f32[N,2,4,4] = MatMul(%0, %1)
#|   %3: f32[N,2,4,4] = Add(%2, %constant)
#|   %4: f32[N,2,4,4] = Softmax(%3)
#|   %5: f32[N,2,4,8] = MatMul(%4, %q)
#|   return %5
#| }
