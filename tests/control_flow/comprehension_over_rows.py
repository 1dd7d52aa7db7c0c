import torch
from torch import nn


class Comprehension(nn.Module):
    def __init__(self):
        super().__init__()
        self.f = nn.Linear(4, 2)

    def forward(self, x):
        return torch.cat([self.f(row) for row in x]), torch.stack([x[i] * 2 for i in range(x.size(0))], dim=1)


#> --class Comprehension --input 'x:float32[N,4]'
#~ untaken 2 an empty list
#~ call x=torch.sin(ramp(1,4) * 40)
#~ call x=torch.sin(ramp(3,4) * 40)
#! comprehension_over_rows.py:11:16: warning[NN505]: the graph is exact under the assumption that torch.cat(): the list of tensors is not empty
#!             return torch.cat([self.f(row) for row in x]), torch.stack([x[i] * 2 for i in range(x.size(0))], dim=1)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! comprehension_over_rows.py:11:55: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.cat([self.f(row) for row in x]), torch.stack([x[i] * 2 for i in range(x.size(0))], dim=1)
#!                                                           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
