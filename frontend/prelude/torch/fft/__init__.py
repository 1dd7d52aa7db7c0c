"""torch.fft. Half-complex inputs (`hfft`) are not here."""
from ._transforms import (
    fft, fft2, fftn, ifft, ifft2, ifftn, irfft, irfft2, irfftn, rfft, rfft2, rfftn)

__module__ = 'torch.fft'


def fftshift(input, dim=None):
    from .._join import roll
    dims = list(range(input.ndim)) if dim is None else [dim] if isinstance(dim, int) else list(dim)
    return roll(input, [input.shape[d] // 2 for d in dims], dims)


def ifftshift(input, dim=None):
    from .._join import roll
    dims = list(range(input.ndim)) if dim is None else [dim] if isinstance(dim, int) else list(dim)
    return roll(input, [-(input.shape[d] // 2) for d in dims], dims)


def fftfreq(n, d=1.0, *, out=None, dtype=None, layout=None, device=None, requires_grad=False):
    from .._create import tensor
    half = (n + 1) // 2
    places = list(range(half)) + list(range(-(n // 2), 0))
    return tensor([p / (d * n) for p in places], dtype=dtype)


def rfftfreq(n, d=1.0, *, out=None, dtype=None, layout=None, device=None, requires_grad=False):
    from .._create import tensor
    return tensor([p / (d * n) for p in range(n // 2 + 1)], dtype=dtype)
