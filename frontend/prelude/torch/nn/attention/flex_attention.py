"""torch.nn.attention.flex_attention: kernels that are compiled from Python functions."""
import _native

__module__ = 'torch.nn.attention.flex_attention'


class BlockMask:
    """Only a name for isinstance."""


def create_block_mask(*args, **kwargs):
    return _native.refuse('`create_block_mask` compiles its function for a device',
                          'use `scaled_dot_product_attention` with a mask of bools')


def flex_attention(*args, **kwargs):
    return _native.refuse('`flex_attention` compiles its function for a device',
                          'use `scaled_dot_product_attention`')
