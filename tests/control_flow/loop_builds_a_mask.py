import torch
from torch import nn


class Mask(nn.Module):
    def forward(self, x):
        seen = torch.zeros(x.size(0), dtype=torch.bool)
        order = []
        for i in range(x.size(0)):
            masked = x.masked_fill(seen, -1e9)
            k = masked.argmax()
            order.append(k)
            seen[k] = True
        return torch.stack(order)


#> --class Mask --input 'x:float32[N]'
#~ untaken 1
#~ call x=torch.sin(ramp(1) * 40)
#~ call x=torch.sin(ramp(6) * 40)
#! loop_builds_a_mask.py:14:16: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(order)
#!                    ^~~~~~~~~~~~~~~~~~
#!
