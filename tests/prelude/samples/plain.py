"""Calls and values as plain data, for two processes of which only one has PyTorch: numpy arrays in
the place of tensors, names in the place of dtypes and the like."""
import dataclasses

import numpy as np


@dataclasses.dataclass
class Tensor:
    array: np.ndarray


@dataclasses.dataclass
class Dtype:
    name: str


@dataclasses.dataclass
class Constant:
    """torch.NAME: layouts, memory formats."""
    name: str


@dataclasses.dataclass
class Device:
    name: str


@dataclasses.dataclass
class Size:
    sizes: list


@dataclasses.dataclass
class Call:
    """`function` torch.NAME(*args), `method` args[0].NAME(*args[1:]), `attribute` args[0].NAME or
    `operator` operator.NAME(*args)."""
    kind: str
    name: str
    args: tuple
    kwargs: dict

    @property
    def in_place(self):
        if self.kind == 'operator':
            return self.name.startswith('i') and self.name not in ('invert', 'inv', 'index')
        return self.kind == 'method' and self.name.endswith('_') and not self.name.endswith('__')


@dataclasses.dataclass
class Case:
    """`want` is what PyTorch gave; after an in-place call it is [result, first argument]. Where
    `values` is false (random numbers, memory as it was found) only dtypes and shapes count."""
    call: Call
    want: object
    values: bool


class Unplain(Exception):
    """A value that has no plain form."""


def text(value):
    """One line that shows a value, to be read by people."""
    if isinstance(value, Tensor):
        array = value.array
        shown = ' '.join(str(array.reshape(-1)[:6].tolist()).split()) if array.size else ''
        more = '…' if array.size > 6 else ''
        return f'{array.dtype}{list(array.shape)}({shown}{more})'
    if isinstance(value, (Dtype, Constant)):
        return 'torch.' + value.name
    if isinstance(value, Device):
        return f'device({value.name!r})'
    if isinstance(value, Size):
        return f'Size({value.sizes})'
    if isinstance(value, (list, tuple)):
        inner = ', '.join(text(v) for v in value)
        return f'[{inner}]' if isinstance(value, list) else f'({inner})'
    if isinstance(value, dict):
        return '{' + ', '.join(f'{k}: {text(v)}' for k, v in value.items()) + '}'
    return repr(value)


def call_text(call):
    args = [text(a) for a in call.args] + [f'{k}={text(v)}' for k, v in call.kwargs.items()]
    if call.kind == 'method':
        return f'{args[0]}.{call.name}({", ".join(args[1:])})'
    if call.kind == 'attribute':
        return f'{args[0]}.{call.name}'
    place = 'operator' if call.kind == 'operator' else 'torch'
    return f'{place}.{call.name}({", ".join(args)})'
