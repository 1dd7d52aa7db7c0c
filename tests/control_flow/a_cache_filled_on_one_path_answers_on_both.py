from functools import lru_cache

import torch
from torch import nn

LIMIT = [2]
CALLS = []


@lru_cache
def base(version):
    return int(version.split('.')[0])


@lru_cache
def is_new(version, *, strict=False):
    return base(version) > LIMIT[0] or strict


@lru_cache
def counted(version):
    CALLS.append(version)
    return len(CALLS)


class Twice(nn.Module):
    def forward(self, x):
        if x.sum() > 0 and is_new('3.1'):
            x = x * 2
        if x.max() < 1 and (is_new('3.1') and x.min() > -1 or is_new('1.0')):
            x = x + 1
        if is_new('3.1') and not is_new('1.0'):
            x = x - 5
        return x


class Effect(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            x = x * counted('1')
        return x * counted('1')


class Changed(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            x = x * is_new('3.5')
        LIMIT[0] = 3
        return x * is_new('3.5')


#> --class Twice --input 'x:float32[N]'
#~ call x=tensor([3.0])
#~ call x=tensor([0.25])
#~ call x=tensor([-0.5, 0.25])
#~ call x=tensor([-3.0])
#> --class Effect --input 'x:float32[N]'
#= 1
#! a_cache_filled_on_one_path_answers_on_both.py:41:20: error[NN204]: an item of a dict has no single value after the branch: it exists on one path only
#!             return x * counted('1')
#!                        ^~~~~~~~~~~~
#!   note: a_cache_filled_on_one_path_answers_on_both.py:39:12: it comes from here
#!             if x.sum() > 0:
#!                ^~~~~~~~~~~
#!   hint: give it a value on the other path as well, or before the branch
#> --class Changed --input 'x:float32[N]'
#= 1
#! a_cache_filled_on_one_path_answers_on_both.py:49:20: error[NN204]: an item of a dict has no single value after the branch: it exists on one path only
#!             return x * is_new('3.5')
#!                        ^~~~~~~~~~~~~
#!   note: a_cache_filled_on_one_path_answers_on_both.py:46:12: it comes from here
#!             if x.sum() > 0:
#!                ^~~~~~~~~~~
#!   hint: give it a value on the other path as well, or before the branch
