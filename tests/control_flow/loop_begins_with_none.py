import torch
from torch import nn


class NoneFirst(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(3, 3), nn.Linear(3, 3)

    def forward(self, x):
        h = None
        out = []
        for i in range(x.shape[0]):
            row = x[i]
            if h is None:
                h = self.a(row)
            else:
                h = torch.tanh(self.b(h) + row)
            out.append(h)
        return torch.stack(out), h


#> --class NoneFirst --input 'x:float32[N,3]'
#~ untaken 3 zero rows make an empty list
#~ call x=torch.sin(ramp(1,3) * 40)
#~ call x=torch.sin(ramp(2,3) * 40)
#~ call x=torch.sin(ramp(5,3) * 40)
#= 1
#! loop_begins_with_none.py:20:16: error[NN501]: a list has no single value after the branch: it has 2 items on one path and 0 on the other
#!             return torch.stack(out), h
#!                    ^~~~~~~~~~~~~~~~
#!   note: loop_begins_with_none.py:13:18: it comes from here
#!             for i in range(x.shape[0]):
#!                      ^~~~~~~~~~~~~~~~~
#! loop_begins_with_none.py:20:16: error[NN202]: `forward` raises `RuntimeError: torch.stack(): expected a non-empty list of Tensors`
#!             return torch.stack(out), h
#!                    ^~~~~~~~~~~~~~~~
