import torch
from torch import nn


class Tuples(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.LSTMCell(4, 5)

    def forward(self, x):
        state = (torch.zeros(1, 5), torch.zeros(1, 5))
        outs = []
        for t in range(x.size(0)):
            state = self.cell(x[t:t + 1], state)
            outs.append(state[0])
        return torch.cat(outs, dim=0), state[1], len(outs)


#> --class Tuples --input 'x:float32[T,4]'
#~ untaken 1 empty
#~ call x=torch.sin(ramp(1,4) * 40)
#~ call x=torch.sin(ramp(6,4) * 40)
#! lstm_cell_in_a_loop.py:16:16: warning[NN505]: the graph is exact under the assumption that torch.cat(): the list of tensors is not empty
#!             return torch.cat(outs, dim=0), state[1], len(outs)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!
