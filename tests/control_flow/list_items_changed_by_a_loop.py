import torch
from torch import nn


class ListState(nn.Module):
    def __init__(self):
        super().__init__()
        self.cells = nn.ModuleList([nn.GRUCell(4, 4), nn.GRUCell(4, 4)])

    def forward(self, x):
        hs = [torch.zeros(2, 4) for _ in self.cells]
        outs = []
        for t in range(x.size(1)):
            inp = x[:, t]
            for k, cell in enumerate(self.cells):
                hs[k] = cell(inp, hs[k])
                inp = hs[k]
            outs.append(inp)
        return torch.stack(outs, 1), hs


#> --class ListState --input 'x:float32[2,T,4]'
#~ untaken 1
#~ call x=torch.sin(ramp(2,1,4) * 40)
#~ call x=torch.sin(ramp(2,5,4) * 40)
#! list_items_changed_by_a_loop.py:19:16: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(outs, 1), hs
#!                    ^~~~~~~~~~~~~~~~~~~~
#!
