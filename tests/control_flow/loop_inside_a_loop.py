import torch
from torch import nn


class Nested(nn.Module):
    def forward(self, x):
        rows = []
        for i in range(x.shape[0]):
            acc = torch.zeros(())
            for j in range(x.shape[1]):
                acc = acc * 0.5 + x[i, j] * (i + 1)
            rows.append(acc)
        return torch.stack(rows)


#> --class Nested --input 'x:float32[N,M]'
#~ untaken 1 no rows, no list
#~ call x=torch.sin(ramp(1,1) * 40)
#~ call x=torch.sin(ramp(1,3) * 40)
#~ call x=torch.sin(ramp(4,2) * 40)
#~ call x=torch.sin(ramp(2,0) * 40)
#= 1
#! loop_inside_a_loop.py:13:16: error[NN502]: a list that this loop fills holds a tensor that changes afterwards
#!             return torch.stack(rows)
#!                    ^~~~~~~~~~~~~~~~~
#!   note: loop_inside_a_loop.py:8:18: it comes from here
#!             for i in range(x.shape[0]):
#!                      ^~~~~~~~~~~~~~~~~
#! loop_inside_a_loop.py:13:16: error[NN202]: `forward` raises `RuntimeError: torch.stack(): expected a non-empty list of Tensors`
#!             return torch.stack(rows)
#!                    ^~~~~~~~~~~~~~~~~
