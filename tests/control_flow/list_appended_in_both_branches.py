import torch
from torch import nn


class Append(nn.Module):
    def forward(self, x):
        out = [x]
        if x.sum() > 0:
            out.append(x + 1)
        else:
            out.append(x - 1)
        return torch.cat(out, 1)


class OneSide(nn.Module):
    def forward(self, x):
        out = [x]
        if x.sum() > 0:
            out.append(x + 1)
        return torch.cat(out, 1)


#> --class Append --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)

#> --class OneSide --input 'x:float32[N,4]'
