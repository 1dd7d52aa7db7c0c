from torch import nn

import registered
from registered.registry import LAYERS, count_files


class Named(nn.Module):
    """Nothing else names the file that registers the model."""

    def __init__(self, name="wide", **options):
        super().__init__()
        self.net = registered.create(name, **options)

    def forward(self, x):
        return self.net(x)


class Listed(nn.Module):
    def __init__(self):
        super().__init__()
        self.nets = nn.ModuleList([registered.create(name) for name in registered.list_models()])

    def forward(self, x):
        return [net(x) for net in self.nets]


class Counted(nn.Module):
    def forward(self, x):
        files, models = count_files()
        return x * files + models


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = LAYERS.get("Doubled")()

    def forward(self, x):
        return self.layer(x)


#> --class Named --input 'x:float32[N,4]' --emit onnx
#> --class 'Named("narrow", bias=False)' --input 'x:float32[N,4]' --emit onnx
#> --class Listed --input 'x:float32[N,4]' --emit onnx
#> --class Counted --input 'x:float32[N,4]' --emit onnx
#> --class Layer --input 'x:float32[N,4]' --emit onnx
#> --class 'Named("broad")' --input 'x:float32[N,4]' --emit onnx
#= 1
#! registered/registry.py:16:9: error[NN202]: building the model raises `RuntimeError: Unknown model (broad)`
#!             raise RuntimeError(f"Unknown model ({name})")
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   called from registries_are_complete_when_they_are_asked.py:12:20 in `Named.__init__`
#!   called from --class:1:1 in `module registries_are_complete_when_they_are_asked`
