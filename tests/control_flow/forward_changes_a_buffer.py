import torch
from torch import nn


class Counts(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("count", torch.zeros(1))

    def forward(self, x):
        self.count += 1
        self.last = x * self.count
        return self.last + self.count


#> --class Counts --input 'x:float32[N,4]'
#~ sizes a second call would find the buffer changed
#~ call x=ramp(3, 4)
#! forward_changes_a_buffer.py:10:9: warning[NN505]: the graph is exact under the assumption that `count` is as it was loaded: `forward` changes it, and a file keeps nothing between runs
#!         def forward(self, x):
#!             ^~~~~~~
#!
