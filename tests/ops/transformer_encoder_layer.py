import torch
from torch import nn


class Layer(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.layer = nn.TransformerEncoderLayer(4, 2, dim_feedforward=6, **options)

    def forward(self, x):
        return self.layer(x)


class Masked(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.layer = nn.TransformerEncoderLayer(4, 2, dim_feedforward=6, **options)

    def forward(self, x, padding):
        n = x.size(1) if self.layer.self_attn.batch_first else x.size(0)
        mask = nn.Transformer.generate_square_subsequent_mask(n)
        return (self.layer(x, mask), self.layer(x, src_key_padding_mask=padding),
                self.layer(src=x, src_mask=mask))


#> --class Layer --input 'x:float32[L,N,4]'
#> --class 'Layer(batch_first=True, norm_first=True, activation="gelu")' --input 'x:float32[N,L,4]'
#> --class 'Layer(activation=torch.tanh, layer_norm_eps=0.1, dropout=0.3)' --input 'x:float32[L,4]'
#> --class 'Masked(batch_first=True)' --input 'x:float32[2,3,4]' --input 'padding:bool[2,3]'
#~ with padding=[[False, False, True], [False, True, True]]
#> --class 'Layer(activation="swish")' --input 'x:float32[L,N,4]'
#= 1
#! transformer_encoder_layer.py:8:22: error[NN202]: building the model raises `RuntimeError: activation should be relu/gelu, not swish`
#!             self.layer = nn.TransformerEncoderLayer(4, 2, dim_feedforward=6, **options)
#!                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   called from --class:1:1 in `module transformer_encoder_layer`
