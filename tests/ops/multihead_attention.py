from torch import nn


class Self(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.layer = nn.MultiheadAttention(4, 2, **options)

    def forward(self, x):
        return (self.layer(x, x, x), self.layer(x, x, x, need_weights=False)[0],
                self.layer(query=x, key=x, value=x, average_attn_weights=False))


class Cross(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.layer = nn.MultiheadAttention(4, 2, **options)

    def forward(self, q, k, v):
        return self.layer(q, k, v)


class Masked(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.layer = nn.MultiheadAttention(4, 2, **options)

    def forward(self, x, mask, padding):
        return (self.layer(x, x, x, attn_mask=mask), self.layer(x, x, x, key_padding_mask=padding),
                self.layer(x, x, x, padding, False, mask)[0])


#> --class Self --input 'x:float32[L,N,4]'
#> --class 'Self(bias=False)' --input 'x:float32[L,N,4]'
#> --class 'Self(add_bias_kv=True, add_zero_attn=True)' --input 'x:float32[L,N,4]'
#> --class 'Self(batch_first=True, add_zero_attn=True)' --input 'x:float32[2,3,4]'
#> --class Self --input 'x:float32[L,4]'
#> --class 'Cross(kdim=3, vdim=5)' --input 'q:float32[L,N,4]' --input 'k:float32[S,N,3]' \
#>     --input 'v:float32[S,N,5]'
#> --class 'Cross(batch_first=True, dropout=0.2)' --input 'q:float32[N,L,4]' \
#>     --input 'k:float32[N,S,4]' --input 'v:float32[N,S,4]'
#> --class Masked --input 'x:float32[3,2,4]' --input 'mask:float32[3,3]' --input 'padding:bool[2,3]'
#~ with padding=[[False, True, False], [False, False, False]]
#> --class 'Masked(batch_first=True)' --input 'x:float32[N,3,4]' --input 'mask:bool[3,3]' \
#>     --input 'padding:bool[N,3]'
#~ with mask=[[0, 1, 1], [0, 0, 1], [0, 0, 0]]
#~ call padding=[[0, 1, 0], [0, 0, 0]]
#~ call padding=[[0, 0, 1]]
#> --class Masked --input 'x:float32[3,2,4]' --input 'mask:float32[4,3,3]' \
#>     --input 'padding:bool[2,3]'
#~ with padding=[[False, True, False], [False, False, False]]
#> --class 'Masked(add_bias_kv=True)' --input 'x:float32[3,4]' --input 'mask:float32[3,3]' \
#>     --input 'padding:bool[3]'
#~ with padding=[False, True, False]
#> --class Self --input 'x:float32[L,N,5]'
#= 1
#! multihead_attention.py:10:17: error[NN401]: `forward` raises `AssertionError: was expecting embedding dimension of 4, but got 5`
#!             return (self.layer(x, x, x), self.layer(x, x, x, need_weights=False)[0],
#!                     ^~~~~~~~~~~~~~~~~~~
