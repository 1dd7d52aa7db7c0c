from torch import nn


class Windows(nn.Module):
    def forward(self, x, y):
        H, W = x.shape[2], x.shape[3]
        x = x.reshape(-1, 3, H // 2, 2, W // 2, 2)
        return x.permute(0, 2, 4, 3, 5, 1), y.flatten(1), y.flatten(2)


#> --class Windows
#= 1
#! one_missing_declaration_is_said_once.py:6:16: error[NN402]: this depends on the number of dimensions of `x`, which is not known
#!             H, W = x.shape[2], x.shape[3]
#!                    ^~~~~~~
#!   hint: declare it, with a `?` for each dimension of any size, as in --input 'x:float32[?,?,?]'; if it is no tensor, fix it: --set 'x=None'
#! one_missing_declaration_is_said_once.py:8:45: error[NN402]: this depends on the number of dimensions of `y`, which is not known
#!             return x.permute(0, 2, 4, 3, 5, 1), y.flatten(1), y.flatten(2)
#!                                                 ^~~~~~~~~~~~
#!   hint: declare it, with a `?` for each dimension of any size, as in --input 'y:float32[?,?,?]'; if it is no tensor, fix it: --set 'y=None'

#> --class Windows --input 'x:float32[N,3,8,8]' --input 'y:float32[N,3,8,8]'
