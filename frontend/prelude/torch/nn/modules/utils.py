"""Tuples from numbers, as the layers take their sizes."""
from collections.abc import Iterable
from ..._errors import shape_error

__module__ = 'torch.nn.modules.utils'


def _ntuple(n, name='parse'):

    def parse(x):
        if isinstance(x, Iterable):
            return tuple(x)
        return (x,) * n

    parse.__name__ = name
    return parse


_single = _ntuple(1, '_single')
_pair = _ntuple(2, '_pair')
_triple = _ntuple(3, '_triple')
_quadruple = _ntuple(4, '_quadruple')


def _reverse_repeat_tuple(t, n):
    """(a, b), 2 -> (b, b, a, a): the order in which F.pad takes sides."""
    return tuple([x for x in reversed(t) for _ in range(n)])


def _list_with_default(out_size, defaults):
    """None in a list of sizes stands for the size of the input."""
    if isinstance(out_size, int):
        return out_size
    if len(defaults) <= len(out_size):
        raise shape_error(f'Input dimension should be at least {len(out_size) + 1}', ValueError)
    tail = defaults[len(defaults) - len(out_size):]
    return [v if v is not None else d for v, d in zip(out_size, tail)]


def consume_prefix_in_state_dict_if_present(state_dict, prefix):
    for key in list(state_dict.keys()):
        if key.startswith(prefix):
            state_dict[key[len(prefix):]] = state_dict.pop(key)
