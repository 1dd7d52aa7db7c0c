import torch
from torch import nn


class Net(nn.Module):
    def forward(self, x):
        a = x * 1
        k = 0
        w0 = 0
        while w0 < 4 and (k % 2 == 0):
            w0 += 1
            k = k + 1
            if a.sum() > 0:
                break
            else:
                k = k + x.shape[0] + 1
                a = a + 5
        else:
            k = k + 1
        return a, k


#> --class Net --input 'x:float32[N]'
#~ untaken 9 few lengths lead to so many iterations
#~ call x=tensor([-0.5, -0.25, -1.0, 0.0])
#~ call x=tensor([-0.5])
#~ call x=tensor([2.0])
