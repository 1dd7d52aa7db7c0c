import torch
from torch import nn


class TwoPerRound(nn.Module):
    def forward(self, x):
        out = []
        for row in x:
            out.append(row)
            out.append(row * 2)
        return torch.stack(out), torch.cat(out, 0), out[-1], out[1], len(out)


#> --class TwoPerRound --input 'x:float32[N,4]'
#~ untaken 9 not all of it can be reached
#~ call x=torch.sin(ramp(1,4) * 40)
#~ call x=torch.sin(ramp(3,4) * 40)
#! loop_appends_two_items.py:11:16: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(out), torch.cat(out, 0), out[-1], out[1], len(out)
#!                    ^~~~~~~~~~~~~~~~
#!
#! loop_appends_two_items.py:11:34: warning[NN505]: the graph is exact under the assumption that torch.cat(): the list of tensors is not empty
#!             return torch.stack(out), torch.cat(out, 0), out[-1], out[1], len(out)
#!                                      ^~~~~~~~~~~~~~~~~
#!
