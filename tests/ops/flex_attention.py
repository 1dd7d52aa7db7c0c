"""Attention with a score function of one's own, of torch 2.5, has no lowering."""
import torch
from torch import nn


class Attention(nn.Module):
    def forward(self, q):
        from torch.nn.attention.flex_attention import flex_attention
        return flex_attention(q, q, q)


class Mask(nn.Module):
    def forward(self, q):
        from torch.nn.attention.flex_attention import create_block_mask
        causal = create_block_mask(lambda b, h, i, j: i >= j, None, None, 4, 4)
        return q + causal.to_dense()


#> --class Attention --input 'q:float32[N,2,4,4]'
#= 1
#! flex_attention.py:9:16: error[NN302]: `torch.nn.attention.flex_attention.flex_attention`: `flex_attention` compiles its function for a device
#!             return flex_attention(q, q, q)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~
#!   hint: use `scaled_dot_product_attention`
#> --class Mask --input 'q:float32[N,2,4,4]'
#= 1
#! flex_attention.py:15:18: error[NN302]: `torch.nn.attention.flex_attention.create_block_mask`: `create_block_mask` compiles its function for a device
#!             causal = create_block_mask(lambda b, h, i, j: i >= j, None, None, 4, 4)
#!                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: use `scaled_dot_product_attention` with a mask of bools
