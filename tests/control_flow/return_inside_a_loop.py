import torch
from torch import nn


class ReturnInside(nn.Module):
    def forward(self, x):
        total = torch.zeros(4)
        for i in range(x.shape[0]):
            total = total + x[i]
            if total.sum() > 3:
                return total * 10
            if total.sum() < -3:
                return total - i
        return total


#> --class ReturnInside --input 'x:float32[N,4]'
#~ call x=zeros(0,4)
#~ call x=ones(1,4)
#~ call x=-ones(5,4)
#~ call x=zeros(3,4)
#~ call x=tensor([[0.1,0,0,0],[5,5,5,5],[0,0,0,0]])
