import torch
from torch import nn


class Nested(nn.Module):
    def forward(self, x):
        rows = []
        for i in range(x.shape[0]):
            acc = torch.zeros(())
            for j in range(x.shape[1]):
                acc = acc * 0.5 + x[i, j] * (i + 1)
            rows.append(acc)
        return torch.stack(rows)


#> --class Nested --input 'x:float32[N,M]'
#~ untaken 1 no rows, no list
#~ call x=torch.sin(ramp(1,1) * 40)
#~ call x=torch.sin(ramp(1,3) * 40)
#~ call x=torch.sin(ramp(4,2) * 40)
#~ call x=torch.sin(ramp(2,0) * 40)
#! loop_inside_a_loop.py:13:16: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(rows)
#!                    ^~~~~~~~~~~~~~~~~
#!
