import torch
from torch import nn


class Rows(nn.Module):
    def forward(self, x):
        rows = [row for row in x if row.sum() > 0]
        return torch.stack(rows)


#> --class Rows --input 'x:float32[N,4]'
#= 1
#! exception_behind_a_refusal_is_not_reported.py:7:37: error[NN502]: which elements a comprehension keeps depends on tensor data
#!             rows = [row for row in x if row.sum() > 0]
#!                                         ^~~~~~~~~~~~~
#!   hint: select with a mask or `torch.where` instead
