from collections import OrderedDict
import torch
from torch import nn


class Nested(nn.Module):
    def __init__(self):
        super().__init__()
        self.sequential = nn.Sequential(OrderedDict(first=nn.Linear(4, 3), act=nn.ReLU()))
        self.sequential.add_module('last', nn.Linear(3, 4))
        self.layers = nn.ModuleList([nn.Linear(4, 4) for _ in range(2)])
        self.layers.append(nn.Tanh())
        self.layers.extend([nn.Sigmoid()])
        self.layers.insert(0, nn.ReLU())
        self.layers += [nn.Identity()]
        self.named = nn.ModuleDict({'a': nn.Linear(4, 4), 'b': nn.ReLU()})
        self.named['c'] = nn.Linear(4, 2)
        self.named.update({'d': nn.Tanh()})

    def forward(self, x):
        x = self.sequential(x)
        for i, layer in enumerate(self.layers):
            x = layer(x) if i % 2 else x + layer(x)
        for name, layer in self.named.items():
            x = layer(x)
        return x, len(self.layers), len(self.sequential), 'a' in self.named


class Sliced(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 4), nn.Tanh())
        self.body[1] = nn.Sigmoid()
        del self.body[3]

    def forward(self, x):
        head, tail = self.body[:2], self.body[-1]
        return tail(head(x)), self.body.first(x) if hasattr(self.body, 'first') else self.body[0](x)


class Base(nn.Module):
    """`nn.Module` itself: hooks, children, names, apply and buffers."""

    def __init__(self):
        super().__init__()
        self.a = nn.Linear(4, 4)
        self.register_buffer('scale', torch.tensor(2.0))
        self.register_module('b', nn.Linear(4, 4))
        self.apply(lambda m: m.bias.data.fill_(0.5) if isinstance(m, nn.Linear) else None)

    def forward(self, x):
        for _, child in self.named_children():
            x = child(x) * self.scale
        return (x, len(list(self.modules())), sum(p.numel() for p in self.parameters()),
                len(self.state_dict()))


class Missing(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.ReLU()])

    def forward(self, x):
        return self.layers[1](x)


#> --class Nested --input 'x:float32[N,4]'
#> --class Sliced --input 'x:float32[N,4]'
#> --class Base --input 'x:float32[N,4]'
#> --class Missing --input 'x:float32[N,4]'
#= 1
#! container.py:64:16: error[NN202]: `forward` raises `IndexError: index 1 is out of range`
#!             return self.layers[1](x)
#!                    ^~~~~~~~~~~~~~
