"""What a constructor downloads cannot be read: --weights gives it, or the graph takes it in."""
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


class Inside(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 2)
        weights = fetch(URL)
        self.load_state_dict({name: weights[name] for name in ('layer.weight', 'layer.bias')})

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
#> --class Inside
#= 1
#! downloaded_weights_are_not_known.py:27:37: error[NN302]: `torch.hub.DownloadedWeights._look`: `torch.hub.load_state_dict_from_url` downloads, and the analyser has no network
#!             self.load_state_dict({name: weights[name] for name in ('layer.weight', 'layer.bias')})
#!                                         ^~~~~~~~~~~~~
#!   hint: build the model without pretrained weights and give them by --weights
