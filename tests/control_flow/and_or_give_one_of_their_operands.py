import torch
from torch import nn


class Operands(nn.Module):
    def forward(self, a, b):
        return (a and b) + 10 * (a or b)


#> --class Operands --input 'a:float32[]' --input 'b:float32[]'
#~ call a=0, b=0
#~ call a=0, b=2
#~ call a=3, b=0
#~ call a=3, b=2
