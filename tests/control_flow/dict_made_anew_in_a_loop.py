import torch
from torch import nn


class DictAnew(nn.Module):
    def forward(self, x, n):
        state = {'h': x, 'c': x * 0}
        for i in range(int(n)):
            state = {'h': torch.tanh(state['h']), 'c': state['c'] + state['h']}
        return state['h'], state['c']


#> --class DictAnew --input 'x:float32[N]' --input 'n:int64[]'
#~ call x=tensor([1.0]), n=tensor(0)
#~ call x=tensor([1.0]), n=tensor(1)
#~ call x=tensor([1.0, 1]), n=tensor(5)
