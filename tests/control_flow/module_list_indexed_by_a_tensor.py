import torch
from torch import nn


class Experts(nn.Module):
    def __init__(self):
        super().__init__()
        self.experts = nn.ModuleList([nn.Linear(4, 2) for _ in range(3)])

    def forward(self, k, x):
        return self.experts[int(k)](x)


class ByItem(nn.Module):
    def __init__(self):
        super().__init__()
        self.experts = nn.ModuleList([nn.Linear(4, 2), nn.Sequential(nn.Linear(4, 2), nn.ReLU())])

    def forward(self, k, x):
        return self.experts[k.item()](x)


#> --class Experts --input 'k:int64[]' --input 'x:float32[N,4]'
#~ call k=0
#~ call k=1, N=1
#~ call k=2
#~ call k=2, N=3
#! module_list_indexed_by_a_tensor.py:11:16: warning[NN505]: the graph is exact under the assumption that `IndexError: list index out of range` is not raised
#!             return self.experts[int(k)](x)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!

#> --class ByItem --input 'k:int64[]' --input 'x:float32[N,4]'
#~ call k=0
#~ call k=1, N=1
#~ call k=0, N=3
#! module_list_indexed_by_a_tensor.py:20:16: warning[NN505]: the graph is exact under the assumption that `IndexError: list index out of range` is not raised
#!             return self.experts[k.item()](x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!
