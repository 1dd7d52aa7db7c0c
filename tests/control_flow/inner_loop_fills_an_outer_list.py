import torch
from torch import nn


class FlatNested(nn.Module):
    def forward(self, x):
        out = []
        for i in range(x.size(0)):
            for j in range(x.size(1)):
                out.append(x[i, j] * (i - j))
        return torch.stack(out)


#> --class FlatNested --input 'x:float32[N,M]'
#~ untaken 9 not all of it can be reached
#~ call x=torch.sin(ramp(1,1) * 40)
#~ call x=torch.sin(ramp(3,2) * 40)
#! inner_loop_fills_an_outer_list.py:11:16: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(out)
#!                    ^~~~~~~~~~~~~~~~
#!
