"""Text of a size or a tensor goes into messages; nothing may be decided by its characters."""
import torch
from torch import nn


class Message(nn.Module):
    def forward(self, x):
        rows = x.shape[0]
        name = f'{rows:3d} rows of {tuple(x.shape)}: ' + '%5d, {}'.format(rows) % rows
        names = ', '.join([name, str(rows), f'{x.sum():.3f}', f'{rows!r:>8}'])
        if x.shape[1] != 3:
            raise ValueError(names)
        return x + (1 if names else 2)


class Raised(nn.Module):
    def forward(self, x):
        raise ValueError(f'{x.shape[0]:3d} rows, {x.shape[0] * 2} halves')


class Long(nn.Module):
    def forward(self, x):
        return x + len(f'{x.shape[0]}')


class Same(nn.Module):
    def forward(self, x):
        if str(x.shape[0]) == str(x.shape[0]):
            return x + 1
        return x


class Equal(nn.Module):
    def forward(self, x):
        if f'{x.shape[0]}' == '3':
            return x
        return x + 1


class Key(nn.Module):
    def forward(self, x):
        return x + {'rows 3': 1}.get(f'rows {x.shape[0]}', 2)


class Attribute(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale3 = 2

    def forward(self, x):
        return x * getattr(self, f'scale{x.shape[0]}', 1)


class Part(nn.Module):
    def forward(self, x):
        return x + int(str(x.shape[0])[0])


class Number(nn.Module):
    def forward(self, x):
        return x + float(f'{x.sum().item()}')


class Tensor(nn.Module):
    def forward(self, x):
        return x + ('nan' in str(x))


class Constant(nn.Module):
    def forward(self, x):
        return x + len(str(torch.ones(2)))


class Item(nn.Module):
    def forward(self, x):
        return x + len(f'{torch.tensor(25)}') + len(f'{torch.tensor(2.5):.3f}')


class Letters(nn.Module):
    def forward(self, x):
        return x + sum(c == '1' for c in f'{x.shape[0]}')


class Known(nn.Module):
    def forward(self, x):
        return x + len(f'{x.shape[1]:4d}') + {'3': 1}[f'{x.shape[1]}']


#> --class Message --input 'x:float32[N,3]'
#> --class Same --input 'x:float32[N,3]'
#> --class Known --input 'x:float32[N,3]'
#> --class Item --input 'x:float32[N,3]'
#> --class Constant --input 'x:float32[N,3]'
#= 1
#! text_of_what_the_run_knows.py:71:20: error[NN205]: this looks at the characters of a text that holds what only a run knows: `tensor([1.0, 1.0])`
#!             return x + len(str(torch.ones(2)))
#!                        ^~~~~~~~~~~~~~~~~~~~~~~
#!   hint: such a text can go into messages; decide by the value itself
#> --class Raised --input 'x:float32[N,3]'
#= 1
#! text_of_what_the_run_knows.py:18:9: error[NN202]: `forward` raises `ValueError: N rows, 2*N halves`
#!             raise ValueError(f'{x.shape[0]:3d} rows, {x.shape[0] * 2} halves')
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Long --input 'x:float32[N,3]'
#= 1
#! text_of_what_the_run_knows.py:23:20: error[NN205]: this looks at the characters of a text that holds what only a run knows: `N`
#!             return x + len(f'{x.shape[0]}')
#!                        ^~~~~~~~~~~~~~~~~~~~
#!   hint: such a text can go into messages; decide by the value itself
#> --class Equal --input 'x:float32[N,3]'
#= 1
#! text_of_what_the_run_knows.py:35:12: error[NN205]: this looks at the characters of a text that holds what only a run knows: `N`
#!             if f'{x.shape[0]}' == '3':
#!                ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: such a text can go into messages; decide by the value itself
#> --class Key --input 'x:float32[N,3]'
#= 1
#! text_of_what_the_run_knows.py:42:20: error[NN205]: this looks at the characters of a text that holds what only a run knows: `rows N`
#!             return x + {'rows 3': 1}.get(f'rows {x.shape[0]}', 2)
#!                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: such a text can go into messages; decide by the value itself
#> --class Attribute --input 'x:float32[N,3]'
#= 1
#! text_of_what_the_run_knows.py:51:20: error[NN205]: this looks at the characters of a text that holds what only a run knows: `scaleN`
#!             return x * getattr(self, f'scale{x.shape[0]}', 1)
#!                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: such a text can go into messages; decide by the value itself
#> --class Part --input 'x:float32[N,3]'
#= 1
#! text_of_what_the_run_knows.py:56:24: error[NN205]: this looks at the characters of a text that holds what only a run knows: `N`
#!             return x + int(str(x.shape[0])[0])
#!                            ^~~~~~~~~~~~~~~~~~
#!   hint: such a text can go into messages; decide by the value itself
#> --class Number --input 'x:float32[N,3]'
#= 1
#! text_of_what_the_run_knows.py:61:20: error[NN205]: this looks at the characters of a text that holds what only a run knows: `<float of the graph>`
#!             return x + float(f'{x.sum().item()}')
#!                        ^~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: such a text can go into messages; decide by the value itself
#> --class Tensor --input 'x:float32[N,3]'
#= 1
#! text_of_what_the_run_knows.py:66:21: error[NN205]: this looks at the characters of a text that holds what only a run knows: `tensor(..., size=(N, 3))`
#!             return x + ('nan' in str(x))
#!                         ^~~~~~~~~~~~~~~
#!   hint: such a text can go into messages; decide by the value itself
#> --class Letters --input 'x:float32[N,3]'
#= 1
#! text_of_what_the_run_knows.py:81:42: error[NN205]: this looks at the characters of a text that holds what only a run knows: `N`
#!             return x + sum(c == '1' for c in f'{x.shape[0]}')
#!                                              ^~~~~~~~~~~~~~~
#!   called from text_of_what_the_run_knows.py:81:20 in `Letters.forward`
#!   hint: such a text can go into messages; decide by the value itself
