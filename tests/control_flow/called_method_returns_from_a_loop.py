import torch
from torch import nn


class HelperReturns(nn.Module):
    def find(self, x, limit):
        for i in range(x.size(0)):
            if x[i].sum() > limit:
                return x[i], i
        return x[0] * 0, -1

    def forward(self, x):
        row, at = self.find(x, 1.0)
        other, at2 = self.find(-x, 1.0)
        return row + other, at, at2


#> --class HelperReturns --input 'x:float32[N,4]'
#~ untaken 9 not all of it can be reached
#~ call x=ones(1,4)
#~ call x=-ones(3,4)
#~ call x=ramp(3,4)
#~ call x=-ramp(3,4)
