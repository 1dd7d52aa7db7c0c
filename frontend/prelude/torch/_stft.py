"""The short-time Fourier transform: windows of a signal, each transformed."""
import _native
import onnx
from ._complex import ComplexTensor
from ._errors import shape_error
from ._support import cast, known
from .fft._transforms import fft, rfft

__module__ = 'torch'


def stft(input, n_fft, hop_length=None, win_length=None, window=None, center=True,
         pad_mode='reflect', normalized=False, onesided=None, return_complex=None):
    """[batch, frequencies, frames] complex numbers, or pairs along a last axis."""
    if isinstance(input, ComplexTensor):
        return _native.refuse('`stft` of a complex signal')
    # Left out, it is False before torch 2, which insists on an answer.
    hop = n_fft // 4 if hop_length is None else hop_length
    length = n_fft if win_length is None else win_length
    if not 0 < length <= n_fft:
        raise RuntimeError(f'stft: expected 0 < win_length <= n_fft, but got win_length={length}')
    x = onnx.Unsqueeze(input, [0]) if input.ndim == 1 else input
    if center:
        from .nn._functional.pad import pad
        x = pad(onnx.Unsqueeze(x, [1]), (n_fft // 2, n_fft // 2), pad_mode)
        x = onnx.Squeeze(x, [1])
    frames = x.unfold(-1, n_fft, hop)
    frames = _weighted(frames, window, length, n_fft)
    transform = fft if onesided is not None and not onesided else rfft
    pair = transform(frames)._pair
    if normalized:
        pair = onnx.Mul(pair, n_fft ** -0.5)
    pair = onnx.Transpose(pair, perm=[0, 2, 1, 3])
    pair = onnx.Squeeze(pair, [0]) if input.ndim == 1 else pair
    return ComplexTensor(pair) if return_complex else pair


def _weighted(frames, window, length, n_fft):
    """A window that is shorter than the transform stands in its middle."""
    if window is None and length == n_fft:
        return frames
    if window is None:
        from ._create import ones
        window = ones(length, dtype=frames.dtype)
    if known(window.shape[0]) and window.shape[0] != length:
        raise shape_error(f'stft: expected a 1D window tensor of size equal to win_length={length}')
    left = (n_fft - length) // 2
    if length < n_fft:
        window = onnx.Pad(window, [left, n_fft - length - left])
    return onnx.Mul(frames, cast(window, frames.dtype))
