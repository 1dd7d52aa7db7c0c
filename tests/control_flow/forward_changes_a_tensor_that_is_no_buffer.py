import torch
from torch import nn


class Cached(nn.Module):
    """Keeps what it saw in a plain attribute, which a file cannot."""

    def __init__(self):
        super().__init__()
        self.cache = torch.zeros(4, 3)

    def forward(self, x, start: int):
        self.cache[start:start + x.shape[0]] = x
        return self.cache[:start + x.shape[0]].sum(0)


class Outer(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = Cached()
        self.scale = torch.ones(3)
        self.seen = [torch.zeros(3)]

    def forward(self, x):
        self.seen[0] += 1
        scale = self.scale.clone()
        scale *= 2
        return self.inner(x, 0) * scale


#~ sizes a second call would find the cache filled
#> --class Cached --input 'x:float32[N,3]' --input 'start:int64[]'
#~ call x=ramp(2, 3), start=0
#! forward_changes_a_tensor_that_is_no_buffer.py:12:9: warning[NN505]: the graph is exact under the assumption that `cache` is as the constructor left it: `forward` changes it, and a file keeps nothing between runs
#!         def forward(self, x, start: int):
#!             ^~~~~~~
#!
#> --class Outer --input 'x:float32[N,3]'
#~ call x=ramp(2, 3)
#! forward_changes_a_tensor_that_is_no_buffer.py:24:9: warning[NN505]: the graph is exact under the assumption that `inner.cache` is as the constructor left it: `forward` changes it, and a file keeps nothing between runs
#!         def forward(self, x):
#!             ^~~~~~~
#!
#! forward_changes_a_tensor_that_is_no_buffer.py:24:9: warning[NN505]: the graph is exact under the assumption that a tensor that the constructor made is as the constructor left it: `forward` changes it, and a file keeps nothing between runs
#!         def forward(self, x):
#!             ^~~~~~~
#!
