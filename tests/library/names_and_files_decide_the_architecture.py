import json
import os
import re
from pathlib import Path

import torch
import yaml
from torch import nn

HERE = Path(__file__).resolve().parent


class Blocks(nn.Module):
    """Layers spelt as text, read by a regular expression."""

    def __init__(self, spec="conv3x8_relu_conv1x4"):
        super().__init__()
        layers, width = [], 3
        for part in spec.split("_"):
            found = re.fullmatch(r"conv(?P<k>\d)x(?P<out>\d+)", part)
            if found:
                k, out = int(found["k"]), int(found.group("out"))
                layers.append(nn.Conv2d(width, out, k, padding=k // 2))
                width = out
            else:
                layers.append({"relu": nn.ReLU}[part]())
        self.layers = nn.Sequential(*layers)

    def forward(self, x):
        return self.layers(x)


class FromFiles(nn.Module):
    """Widths from a YAML file, the activation from a JSON file, both beside this one."""

    def __init__(self):
        super().__init__()
        with open(HERE / "data" / "net.yaml") as f:
            config = yaml.safe_load(f)
        with open(os.path.join(os.path.dirname(__file__), "data", "net.json")) as f:
            options = json.load(f)
        widths = config["widths"]
        self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(widths, widths[1:])])
        self.act = eval(options["act"])()
        self.scale = config["scale"]

    def forward(self, x):
        for layer in self.layers:
            x = self.act(layer(x))
        return x * self.scale


class Elsewhere(nn.Module):
    def __init__(self):
        super().__init__()
        with open("/etc/hostname") as f:
            self.name = f.read()

    def forward(self, x):
        return x


#> --class Blocks --input 'x:float32[N,3,H,W]'
#> --class FromFiles --input 'x:float32[N,4]'
#> --class Elsewhere --input 'x:float32[N]'
#= 1
#! names_and_files_decide_the_architecture.py:56:14: error[NN201]: the source reads `/etc/hostname`, which is not below the folder of the source
#!             with open("/etc/hostname") as f:
#!                  ^~~~~~~~~~~~~~~~~~~~~
#!   hint: name the folder that holds it with -I
