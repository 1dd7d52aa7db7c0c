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
        return torch.stack(out)


class LastToo(NoneFirst):
    def forward(self, x):
        h = None
        for i in range(x.shape[0]):
            h = self.a(x[i]) if h is None else self.b(h)
        return h


#> --class NoneFirst --input 'x:float32[N,3]'
#~ untaken 9 no rows make an empty list, which PyTorch does not stack
#~ call x=torch.sin(ramp(1,3) * 40)
#~ call x=torch.sin(ramp(2,3) * 40)
#~ call x=torch.sin(ramp(5,3) * 40)
#! loop_begins_with_none.py:20:16: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(out)
#!                    ^~~~~~~~~~~~~~~~
#!

#> --class LastToo --input 'x:float32[N,3]'
#= 1
#! loop_begins_with_none.py:24:9: error[NN501]: `forward` returns a Tensor on one path and a NoneType on the other
#!         def forward(self, x):
#!             ^~~~~~~
#!   hint: return tensors of one dtype in the same structure on every path
