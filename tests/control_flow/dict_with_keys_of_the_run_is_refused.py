"""A key that only the run tells: no message but that one, and no other error behind it."""
import torch
from torch import nn


class Filled(nn.Module):
    def forward(self, x):
        d = {}
        for i in range(x.shape[0]):
            d[i] = x[i] * 2
        return d[0]


class Looked(nn.Module):
    def forward(self, x):
        d = {0: x, 1: x + 1}
        for i in range(x.shape[0]):
            y = d[i] * 2
            z = d.get((i, 1), y)
        return d.pop(x.shape[0], x)


class Sets(nn.Module):
    def forward(self, x):
        seen = set()
        n = int(x.sum())
        seen.add(n)
        if n in seen:
            x = x + 1
        return x


class Pairs(nn.Module):
    def forward(self, x):
        d = {(x.shape[0], 2): x}
        del d[x.shape[0], 2]
        return d['a']


#> --class Filled --input 'x:float32[N,3]'
#= 1
#! dict_with_keys_of_the_run_is_refused.py:10:13: error[NN205]: a number that is known only when the model runs is used as a key
#!                 d[i] = x[i] * 2
#!                 ^~~~
#!   hint: look up with a known key, or index a tensor instead
#> --class Looked --input 'x:float32[N,3]'
#= 1
#! dict_with_keys_of_the_run_is_refused.py:18:17: error[NN205]: a number that is known only when the model runs is used as a key
#!                 y = d[i] * 2
#!                     ^~~~
#!   hint: look up with a known key, or index a tensor instead
#! dict_with_keys_of_the_run_is_refused.py:19:17: error[NN205]: a number that is known only when the model runs is used as a key
#!                 z = d.get((i, 1), y)
#!                     ^~~~~~~~~~~~~~~~
#!   hint: look up with a known key, or index a tensor instead
#! dict_with_keys_of_the_run_is_refused.py:20:16: error[NN205]: a number that is known only when the model runs is used as a key
#!             return d.pop(x.shape[0], x)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   hint: look up with a known key, or index a tensor instead
#> --class Sets --input 'x:float32[N,3]'
#= 1
#! dict_with_keys_of_the_run_is_refused.py:27:9: error[NN205]: a number that is known only when the model runs is used as a key
#!             seen.add(n)
#!             ^~~~~~~~~~~
#!   hint: look up with a known key, or index a tensor instead
#! dict_with_keys_of_the_run_is_refused.py:28:12: error[NN205]: a number that is known only when the model runs is used as a key
#!             if n in seen:
#!                ^~~~~~~~~
#!   hint: look up with a known key, or index a tensor instead
#> --class Pairs --input 'x:float32[N,3]'
#= 1
#! dict_with_keys_of_the_run_is_refused.py:35:13: error[NN205]: a number that is known only when the model runs is used as a key
#!             d = {(x.shape[0], 2): x}
#!                 ^~~~~~~~~~~~~~~~~~~~
#!   hint: look up with a known key, or index a tensor instead
#! dict_with_keys_of_the_run_is_refused.py:36:9: error[NN205]: a number that is known only when the model runs is used as a key
#!             del d[x.shape[0], 2]
#!             ^~~~~~~~~~~~~~~~~~~~
#!   hint: look up with a known key, or index a tensor instead
