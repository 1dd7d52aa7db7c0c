"""torch.fft: its results are complex, which ONNX is not."""
from .._refused import _refusal, _COMPLEX

__module__ = 'torch.fft'

fft = _refusal('fft', _COMPLEX)
ifft = _refusal('ifft', _COMPLEX)
rfft = _refusal('rfft', _COMPLEX)
irfft = _refusal('irfft', _COMPLEX)
fft2 = _refusal('fft2', _COMPLEX)
ifft2 = _refusal('ifft2', _COMPLEX)
rfft2 = _refusal('rfft2', _COMPLEX)
irfft2 = _refusal('irfft2', _COMPLEX)
fftn = _refusal('fftn', _COMPLEX)
ifftn = _refusal('ifftn', _COMPLEX)
rfftn = _refusal('rfftn', _COMPLEX)
irfftn = _refusal('irfftn', _COMPLEX)


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
