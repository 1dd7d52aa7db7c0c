from collections import OrderedDict, namedtuple

import torch
from torch import nn
from torch.utils._pytree import tree_flatten, tree_map, tree_unflatten

Pair = namedtuple('Pair', 'left right')


class Box:
    def __init__(self, x):
        self.x = x


class Nested(nn.Module):
    def forward(self, x):
        box = Box(x)
        tree = {'a': [x, (x + 1, None)], 'b': OrderedDict(y=Pair(x * 2, 'text')), 'c': box}
        leaves, spec = tree_flatten(tree)
        assert len(leaves) == 6 and leaves[5] is box and spec.num_leaves == 6
        leaves = [leaf * 3 if isinstance(leaf, torch.Tensor) else leaf for leaf in leaves]
        again = tree_unflatten(leaves, spec)
        assert type(again['b']) is OrderedDict and again['b']['y'].right == 'text'
        halves = tree_map(lambda leaf: leaf / 2, Pair(x, [x + 5]))
        return again['a'][0], again['a'][1], again['b']['y'].left, halves


#> --class Nested --input 'x:float32[N,2]' --emit onnx
