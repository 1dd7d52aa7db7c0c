import torch
from torch import nn


class Last(nn.Module):
    def forward(self, x):
        out = [x[0] * 0]
        for i in range(1, x.shape[0]):
            out.append(torch.tanh(out[-1] + x[i]))
        return torch.stack(out), out[-1], len(out)


class ByIndex(nn.Module):
    def forward(self, x):
        out = []
        for i in range(x.shape[0]):
            if i == 0:
                out.append(x[i])
            else:
                out.append(out[i - 1] * 0.5 + x[i])
        return torch.stack(out)


class IfThereAre(nn.Module):
    def forward(self, x):
        out = []
        for row in x:
            before = out[-1] if out else row * 0
            out.append(before * 0.5 + row)
        return torch.stack(out)


class Whole(nn.Module):
    def forward(self, x):
        out = [x[0]]
        for row in x[1:]:
            out.append(torch.stack(out).mean(0) + row)
        return torch.cat(out)


class Two(nn.Module):
    def forward(self, x):
        out = [x[0], x[0] * 2]
        sums = []
        for row in x[1:]:
            out.append(out[-1] - out[-2] * 0.5 + row)
            if len(out) > 4:
                sums.append(out[-3].sum())
        return torch.stack(out), len(sums)


#> --class Last --input 'x:float32[N,4]'
#~ call x=torch.sin(ramp(1, 4) * 40)
#~ call x=torch.sin(ramp(2, 4) * 40)
#~ call x=torch.sin(ramp(5, 4) * 40)

#> --class ByIndex --input 'x:float32[N,4]'
#~ untaken 1 no rows make an empty list, which PyTorch does not stack
#! list_that_a_loop_fills_and_reads.py:21:16: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(out)
#!                    ^~~~~~~~~~~~~~~~
#!

#> --class IfThereAre --input 'x:float32[N,4]'
#~ untaken 1 no rows make an empty list, which PyTorch does not stack
#! list_that_a_loop_fills_and_reads.py:30:16: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(out)
#!                    ^~~~~~~~~~~~~~~~
#!

#> --class Whole --input 'x:float32[N,4]'
#~ call x=torch.sin(ramp(1, 4) * 40)
#~ call x=torch.sin(ramp(2, 4) * 40)
#~ call x=torch.sin(ramp(5, 4) * 40)

#> --class Two --input 'x:float32[N,4]'
#~ call x=torch.sin(ramp(1, 4) * 40)
#~ call x=torch.sin(ramp(2, 4) * 40)
#~ call x=torch.sin(ramp(6, 4) * 40)
#= 1
#! list_that_a_loop_fills_and_reads.py:46:34: error[NN502]: a list is read in the loop that fills it
#!                 out.append(out[-1] - out[-2] * 0.5 + row)
#!                                      ^~~~~~~
#!   note: list_that_a_loop_fills_and_reads.py:45:20: it comes from here
#!             for row in x[1:]:
#!                        ^~~~~
#!   hint: keep what is needed of the iterations before in variables of its own
