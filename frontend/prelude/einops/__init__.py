"""einops by its documented meaning: https://einops.rocks"""
from ._errors import EinopsError
from ._einsum import einsum
from ._packing import pack, unpack
from ._rearrange import asnumpy, parse_shape, rearrange, reduce, repeat

__module__ = 'einops'
__version__ = '0.8.1'
