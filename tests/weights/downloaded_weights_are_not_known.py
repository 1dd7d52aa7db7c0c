"""What a constructor downloads or loads cannot be read: --weights gives it, or the graph takes it in."""
import pathlib

import torch
from torch import hub, nn

URL = 'https://example.org/model.pth'


def fetch(url):
    return hub.load_state_dict_from_url(url, progress=True)


class Pretrained(nn.Module):
    def __init__(self, pretrained=True):
        super().__init__()
        self.layers = nn.Sequential(nn.Conv2d(1, 2, 1, bias=False), nn.BatchNorm2d(2))
        if pretrained:
            self.load_state_dict(fetch(URL))

    def forward(self, x):
        return self.layers(x)


class OfFile(nn.Module):
    """Parts of what a file beside the source holds."""

    def __init__(self):
        super().__init__()
        self.layer, self.head = nn.Linear(2, 2), nn.Linear(2, 1, bias=False)
        path = pathlib.Path(__file__).parent / 'weights/model.pth'
        saved = torch.load(str(path), map_location='cpu')['state_dict']
        self.layer.load_state_dict({name: saved['layer.' + name] for name in ('weight', 'bias')})
        self.head.load_state_dict(torch.load(path)['head'], strict=False)

    def forward(self, x):
        return self.head(self.layer(x))


class Inside(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 2)
        weights = fetch(URL)
        self.load_state_dict({name: value for name, value in weights.items()})

    def forward(self, x):
        return self.layer(x)


class Looking(nn.Module):
    def __init__(self):
        super().__init__()
        weights = torch.load('model.pth')
        self.layer = nn.Linear(2, 2 if 'layer.bias' in weights else 3)

    def forward(self, x):
        return self.layer(x)


#> --class Pretrained --input 'x:float32[N,1,3,3]' --emit ssa
#~ skip the oracle has no network either
#| graph(x: f32[N,1,3,3]) -> (output_0: f32[N,2,3,3]) {
#|   initializer %layers.0.weight: f32[2,1,1,1] = input
#|   initializer %layers.1.weight: f32[2] = input
#|   initializer %layers.1.bias: f32[2] = input
#|   initializer %layers.1.running_mean: f32[2] = input
#|   initializer %layers.1.running_var: f32[2] = input
#|   initializer %layers.1.num_batches_tracked: i64[] = 0
#|   %0: f32[N,2,3,3] = Conv(%x, %layers.0.weight) {kernel_shape = [1, 1]}  # layers.0
#|   %1: f32[N,2,3,3] = BatchNormalization(%0, %layers.1.weight, %layers.1.bias, %layers.1.running_mean, %layers.1.running_var)  # layers.1
#|   return %1
#| }
#> --class Pretrained --input 'x:float32[N,1,3,3]' --emit ssa --init random
#~ skip the oracle has no network either
#| graph(x: f32[N,1,3,3]) -> (output_0: f32[N,2,3,3]) {
#|   initializer %layers.0.weight: f32[2,1,1,1] = [0.7666216, -0.13694401]
#|   initializer %layers.1.weight: f32[2] = splat(1.0)
#|   initializer %layers.1.bias: f32[2] = splat(0.0)
#|   initializer %layers.1.running_mean: f32[2] = splat(0.0)
#|   initializer %layers.1.running_var: f32[2] = splat(1.0)
#|   initializer %layers.1.num_batches_tracked: i64[] = 0
#|   %0: f32[N,2,3,3] = Conv(%x, %layers.0.weight) {kernel_shape = [1, 1]}  # layers.0
#|   %1: f32[N,2,3,3] = BatchNormalization(%0, %layers.1.weight, %layers.1.bias, %layers.1.running_mean, %layers.1.running_var)  # layers.1
#|   return %1
#| }
#> --class OfFile --input 'x:float32[N,2]' --emit ssa
#~ skip there is no such file
#| graph(x: f32[N,2]) -> (output_0: f32[N,1]) {
#|   initializer %layer.weight: f32[2,2] = input
#|   initializer %layer.bias: f32[2] = input
#|   initializer %head.weight: f32[1,2] = input
#|   %0: f32[N,2] = Gemm(%x, %layer.weight, %layer.bias) {transB = 1}  # layer
#|   %1: f32[N,1] = Gemm(%0, %head.weight) {transB = 1}  # head
#|   return %1
#| }
#> --class Inside
#= 1
#! downloaded_weights_are_not_known.py:45:62: error[NN302]: `torch.UnreadWeights`: `torch.hub.load_state_dict_from_url` downloads, and the analyser has no network
#!             self.load_state_dict({name: value for name, value in weights.items()})
#!                                                                  ^~~~~~~~~~~~~
#!   hint: build the model without pretrained weights and give them by --weights
#> --class Looking
#= 1
#! downloaded_weights_are_not_known.py:55:40: error[NN302]: `torch.UnreadWeights._look`: `torch.load`: files are not read while a model is analysed
#!             self.layer = nn.Linear(2, 2 if 'layer.bias' in weights else 3)
#!                                            ^~~~~~~~~~~~~~~~~~~~~~~
#!   hint: build the model without them and give them by --weights
#! downloaded_weights_are_not_known.py:55:22: error[NN205]: a decision of Python itself hangs on tensor data here
#!             self.layer = nn.Linear(2, 2 if 'layer.bias' in weights else 3)
#!                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: decide with `if`, `and`, `or` or `torch.where`
#! downloaded_weights_are_not_known.py:55:22: error[NN205]: a Python container or count needs a known integer here, not `?0`
#!             self.layer = nn.Linear(2, 2 if 'layer.bias' in weights else 3)
#!                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: give the size by --input
