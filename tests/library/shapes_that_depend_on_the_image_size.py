import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, features):
        super().__init__()
        self.conv = nn.Conv2d(1, 8, 5)
        self.fc = nn.Linear(features, 10)

    def forward(self, x):
        return self.fc(torch.flatten(self.conv(x), 1))


#> --class 'Net(100)' --input 'x:float32[N,1,28,28]'
#= 1
#! shapes_that_depend_on_the_image_size.py:12:16: error[NN401]: `forward` raises `RuntimeError: mat1 and mat2 shapes cannot be multiplied (Nx4608 and 100x10)`
#!             return self.fc(torch.flatten(self.conv(x), 1))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: the layer takes 100 features, its input has 4608: `nn.Linear(4608, 10)`

#> --class 'Net(100)' --input 'x:float32[N,1,H,W]'
#= 1
#! shapes_that_depend_on_the_image_size.py:12:16: error[NN401]: `forward` raises `RuntimeError: mat1 and mat2 shapes cannot be multiplied (N x 8*H*W + 128 - 32*H - 32*W and 100x10)`
#!             return self.fc(torch.flatten(self.conv(x), 1))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: the number of features depends on the size of the input; declare it, e.g. --input 'x:float32[N,3,224,224]'

#> --class 'Net(100)'
#= 1
#! shapes_that_depend_on_the_image_size.py:12:16: error[NN401]: `forward` raises `RuntimeError: mat1 and mat2 shapes cannot be multiplied (?0 x 8*?1*?2 + 128 - 32*?1 - 32*?2 and 100x10)`
#!             return self.fc(torch.flatten(self.conv(x), 1))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: the number of features depends on the size of the input; declare it, e.g. --input 'x:float32[N,3,224,224]'

#> --class 'Net(4608)' --input 'x:float32[N,1,28,28]'
