import torch
from torch import nn


class Flag(nn.Module):
    def forward(self, x, flag):
        if flag:
            return x + 1
        return x - 1


#> --class Flag --input 'x:float32[N,4]' --input 'flag:bool[]'
#~ call flag=True
#~ call flag=False, N=1
#~ call flag=True, N=3

#> --class Flag --input 'x:float32[N,4]' --input 'flag:bool[1]'
#~ call flag=[True]
#~ call flag=[False]
#~ call flag=[True], N=3
