import torch
from torch import nn


class LastValue(nn.Module):
    def forward(self, x):
        for i in range(x.shape[0]):
            last = x[i] * 2
        return last + i


#> --class LastValue --input 'x:float32[N,4]'
#~ untaken 1 unbound then
#~ call x=torch.sin(ramp(1,4) * 40)
#~ call x=torch.sin(ramp(3,4) * 40)
#! variable_that_only_a_loop_binds.py:7:18: warning[NN505]: the graph is exact under the assumption that this loop runs at least once
#!             for i in range(x.shape[0]):
#!                      ^~~~~~~~~~~~~~~~~
#!
