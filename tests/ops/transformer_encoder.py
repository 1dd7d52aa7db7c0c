import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self, layers=2, norm=False, **options):
        super().__init__()
        layer = nn.TransformerEncoderLayer(4, 2, 6, **options)
        self.encoder = nn.TransformerEncoder(layer, layers, nn.LayerNorm(4) if norm else None)

    def forward(self, x):
        return self.encoder(x), self.encoder(x, mask=torch.zeros(3, 3))


class Padded(nn.Module):
    def __init__(self):
        super().__init__()
        layer = nn.TransformerEncoderLayer(4, 2, 6, batch_first=True)
        self.encoder = nn.TransformerEncoder(layer, num_layers=1, enable_nested_tensor=False)

    def forward(self, x, padding):
        return self.encoder(x, src_key_padding_mask=padding)


class Decoder(nn.Module):
    def __init__(self, **options):
        super().__init__()
        layer = nn.TransformerDecoderLayer(4, 2, 6, **options)
        self.decoder = nn.TransformerDecoder(layer, 2, nn.LayerNorm(4))

    def forward(self, x, memory):
        return self.decoder(x, memory), self.decoder(x, memory, tgt_mask=torch.zeros(3, 3))


class Whole(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.model = nn.Transformer(4, 2, 1, 1, 6, **options)

    def forward(self, x, y):
        mask = self.model.generate_square_subsequent_mask(3)
        return self.model(x, y), self.model(src=x, tgt=y, tgt_mask=mask)


#> --class Encoder --input 'x:float32[3,N,4]'
#> --class 'Encoder(1, True, norm_first=True, activation="gelu")' --input 'x:float32[3,N,4]'
#> --class Padded --input 'x:float32[2,3,4]' --input 'padding:bool[2,3]'
#~ with padding=[[False, False, False], [False, True, True]]
#> --class 'Decoder(norm_first=True)' --input 'x:float32[3,N,4]' --input 'memory:float32[S,N,4]'
#> --class 'Decoder(batch_first=True)' --input 'x:float32[N,3,4]' --input 'memory:float32[N,S,4]'
#> --class Whole --input 'x:float32[S,N,4]' --input 'y:float32[3,N,4]'
#> --class 'Whole(batch_first=True, norm_first=True, activation="gelu")' \
#>     --input 'x:float32[N,S,4]' --input 'y:float32[N,3,4]'
#> --class 'Encoder(activation="swish")' --input 'x:float32[3,N,4]'
#= 1
#! transformer_encoder.py:8:17: error[NN202]: building the model raises `RuntimeError: activation should be relu/gelu, not swish`
#!             layer = nn.TransformerEncoderLayer(4, 2, 6, **options)
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   called from --class:1:1 in `module transformer_encoder`
