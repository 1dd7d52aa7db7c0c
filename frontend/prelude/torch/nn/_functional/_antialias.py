"""Resizing with a filter as wide as the shrinking asks, for known sizes: along each axis a product
with a matrix of weights. Resize itself has it from opset 18 on."""
import _native
import onnx

_CUBIC_A = -0.5


def resized(input, sizes, scales, mode, align_corners):
    """input [N, C, H, W] to the given H and W."""
    steps = [_step(input.shape[2 + i], sizes[i], scales[i] if scales else None, align_corners)
             for i in range(2)]
    rows, columns = [_weights(input.shape[2 + i], sizes[i], steps[i], mode) for i in range(2)]
    along = onnx.MatMul(input, onnx.Transpose(_native.constant(columns, input.dtype), perm=[1, 0]))
    return onnx.MatMul(_native.constant(rows, input.dtype), along)


def _step(size, target, scale, align_corners):
    """How many places of the input lie between two of the output."""
    if align_corners:
        return (size - 1) / (target - 1) if target > 1 else 0.0
    return 1.0 / scale if scale else size / target


def _weights(size, target, step, mode):
    """[target, size]: how much each place of the input counts. What lies beyond the input is left
    out, and its weight shared among the rest."""
    reach, curve = (2.0, _cubic) if mode == 'bicubic' else (1.0, _triangle)
    stretch = max(step, 1.0)
    table = []
    for i in range(target):
        centre = step * (i + 0.5)
        first = max(int(centre - reach * stretch + 0.5), 0)
        last = min(int(centre + reach * stretch + 0.5), size)
        taps = [curve(abs(j - centre + 0.5) / stretch) for j in range(first, last)]
        total = sum(taps)
        row = [0.0] * size
        for j in range(first, last):
            row[j] = taps[j - first] / total
        table.append(row)
    return table


def _triangle(x):
    return 1.0 - x if x < 1.0 else 0.0


def _cubic(x):
    """https://en.wikipedia.org/wiki/Bicubic_interpolation#Bicubic_convolution_algorithm"""
    a = _CUBIC_A
    if x < 1.0:
        return ((a + 2.0) * x - (a + 3.0)) * x * x + 1.0
    if x < 2.0:
        return ((x - 5.0) * x + 8.0) * x * a - 4.0 * a
    return 0.0
