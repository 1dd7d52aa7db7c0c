"""interpolate and grid_sample."""
import math
import _native
import onnx
from ..._errors import shape_error
from . import _antialias
from ..._support import count_up, known, reshaped, same, tensor_of

__module__ = 'torch.nn.functional'

_RANKS = {'nearest': (3, 4, 5), 'nearest-exact': (3, 4, 5), 'linear': (3,), 'bilinear': (4,),
          'bicubic': (4,), 'trilinear': (5,), 'area': (3, 4, 5)}
_ANTIALIAS_SINCE = 18


def _per_axis(value, n, what):
    if isinstance(value, (list, tuple)):
        values = [_native.item(v) if isinstance(v, _native.TensorBase) else v for v in value]
        if len(values) != n:
            raise shape_error(f'Input and output must have the same number of spatial dimensions, '
                              f'but got input with spatial dimensions of {n} dimensions and '
                              f'{what} of {values}', ValueError)
        return values
    if isinstance(value, _native.TensorBase):
        value = _native.item(value)
    return [value] * n


def interpolate(input, size=None, scale_factor=None, mode='nearest', align_corners=None,
                recompute_scale_factor=None, antialias=False):
    if mode not in _RANKS:
        raise shape_error(f'Input Error: Only 3D, 4D and 5D input Tensors supported (got '
                          f'{input.ndim}D) for the modes: nearest | linear | bilinear | '
                          f'bicubic | trilinear | area | nearest-exact (got {mode})',
                          NotImplementedError)
    if input.ndim not in _RANKS[mode]:
        raise shape_error(f'Got {input.ndim}D input, but {mode} mode needs '
                          f'{_RANKS[mode]}D input', NotImplementedError)
    if mode in ('nearest', 'area', 'nearest-exact'):
        if align_corners is not None:
            raise ValueError('align_corners option can only be set with the interpolating modes: '
                             'linear | bilinear | bicubic | trilinear')
    if antialias and mode not in ('bilinear', 'bicubic'):
        raise ValueError('Anti-alias option is only supported for bilinear and bicubic modes')
    if size is not None and scale_factor is not None:
        raise ValueError('only one of size or scale_factor should be defined')
    if size is None and scale_factor is None:
        raise ValueError('either size or scale_factor should be defined')
    n = input.ndim - 2
    if size is not None:
        if recompute_scale_factor:
            raise ValueError('recompute_scale_factor is not meaningful with an explicit size.')
        sizes, scales = _per_axis(size, n, 'output size'), None
    else:
        scales = _per_axis(scale_factor, n, 'scale_factor')
        sizes = None
        if recompute_scale_factor or mode == 'area':
            sizes, scales = _scaled_sizes(input.shape[2:], scales), None
        elif not _known_all(scales):
            sizes, scales = _whole_sizes(input.shape[2:], scales), None
            if sizes is None:
                return _native.refuse('a scale that is not known, or not an integer, of a size '
                                      'that is not known', 'give the sizes with --input',
                                      code='NN403')
    if mode == 'area':
        from . import adaptive_pool
        pools = (adaptive_pool.adaptive_avg_pool1d, adaptive_pool.adaptive_avg_pool2d,
                 adaptive_pool.adaptive_avg_pool3d)
        return pools[n - 1](input, sizes)
    return _resize(input, sizes, scales, mode, bool(align_corners), antialias)


def _known_all(values):
    for value in values:
        if not known(value):
            return False
    return True


def _scaled_sizes(sizes, scales):
    return [math.floor(size * scale) for size, scale in zip(sizes, scales)]


def _whole_sizes(sizes, scales):
    """Multiples of the sizes, where the scales are integers: then only it is all one whether places
    are computed by the scale or by the sizes. Else None."""
    result = []
    for size, scale in zip(sizes, scales):
        if not isinstance(scale, int) and not (known(scale) and scale == int(scale)):
            return None
        result.append(size * int(scale))
    return result


def _resize(input, sizes, scales, mode, align_corners, antialias):
    kind, options = _form(mode, align_corners)
    if antialias and (align_corners or _native.options.opset < _ANTIALIAS_SINCE):
        if _known_all(list(input.shape[2:]) + list(scales if sizes is None else sizes)):
            targets = _scaled_sizes(input.shape[2:], scales) if sizes is None else sizes
            return _antialias.resized(input, targets, scales, mode, align_corners)
        if align_corners:
            return _native.refuse('`antialias` with `align_corners` means another thing to ONNX',
                                  'give the sizes with --input')
    if antialias:
        # torch leaves out what lies beyond the image, and shares its weight among the rest.
        options['antialias'] = 1
        options['exclude_outside'] = 1
        if kind == 'cubic':
            options['cubic_coeff_a'] = -0.5
    if scales is None:
        scales = _exact_scales(input.shape[2:], sizes)
    if scales is not None:
        factors = [1.0, 1.0] + [float(scale) for scale in scales]
        return onnx.Resize(input, None, _native.constant(factors), mode=kind, **options)
    target = list(input.shape[:2]) + list(sizes)
    return onnx.Resize(input, None, None, target, mode=kind, **options)


def _exact_scales(sizes, targets):
    """Scales for known sizes where out = floor(in * scale) holds exactly in floating point: the
    batch axis then needs no nodes to compute it."""
    scales = []
    for size, target in zip(sizes, targets):
        if not known(target) or not known(size):
            times = _whole_multiple(size, target)
            if times is None:
                return None
            scales.append(times)
            continue
        if size <= 0 or target % size != 0:
            return None
        scales.append(target // size)
    return scales


def _whole_multiple(size, target):
    """The integer that times `size` is `target`, if one is provable among the usual ones."""
    for times in (1, 2, 4, 8, 16, 32, 3):
        if same(size * times, target):
            return times
    return None


def _form(mode, align_corners):
    if mode == 'nearest':
        return 'nearest', {'coordinate_transformation_mode': 'asymmetric', 'nearest_mode': 'floor'}
    if mode == 'nearest-exact':
        return 'nearest', {'coordinate_transformation_mode': 'half_pixel',
                           'nearest_mode': 'round_prefer_ceil'}
    where = 'align_corners' if align_corners else 'half_pixel'
    if mode == 'bicubic':
        return 'cubic', {'coordinate_transformation_mode': where, 'cubic_coeff_a': -0.75}
    return 'linear', {'coordinate_transformation_mode': where}


def upsample(input, size=None, scale_factor=None, mode='nearest', align_corners=None):
    return interpolate(input, size, scale_factor, mode, align_corners)


def upsample_nearest(input, size=None, scale_factor=None):
    return interpolate(input, size, scale_factor, 'nearest')


def upsample_bilinear(input, size=None, scale_factor=None):
    return interpolate(input, size, scale_factor, 'bilinear', True)


def grid_sample(input, grid, mode='bilinear', padding_mode='zeros', align_corners=None):
    """ONNX's GridSample has the same meaning for four axes."""
    if mode not in ('bilinear', 'nearest', 'bicubic'):
        raise ValueError("nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' "
                         f"or 'bicubic', but got: '{mode}'")
    if padding_mode not in ('zeros', 'border', 'reflection'):
        raise ValueError("nn.functional.grid_sample(): expected padding_mode to be 'zeros', "
                         f"'border', or 'reflection', but got: '{padding_mode}'")
    if input.ndim != 4:
        return _native.refuse('ONNX samples images from opset 16, volumes from 22', code='NN602')
    names = {'bilinear': 'linear', 'nearest': 'nearest', 'bicubic': 'cubic'}
    return onnx.GridSample(input, grid, mode=names[mode], padding_mode=padding_mode,
                           align_corners=1 if align_corners else 0)


def _unknown_places(length, dtype, align_corners):
    """The centres of as many parts of [-1, 1], or points from end to end, of which one is 0."""
    steps = onnx.Cast(count_up(0, length), to=dtype)
    if not align_corners:
        return onnx.Sub(onnx.Div(onnx.Add(onnx.Mul(steps, 2.0), 1.0), tensor_of(length, dtype)), 1.0)
    gaps = onnx.Sub(tensor_of(length, dtype), 1.0)
    spread = onnx.Sub(onnx.Div(onnx.Mul(steps, 2.0), onnx.Max(gaps, 1.0)), 1.0)
    return onnx.Where(onnx.Equal(gaps, 0.0), 0.0, spread)


def affine_grid(theta, size, align_corners=None):
    """theta applied to a regular grid over [-1, 1]."""
    from ..._create import linspace
    from ..._join import meshgrid, stack
    sizes = list(size)
    axes = []
    for length in sizes[2:]:
        if not known(length):
            axes.append(_unknown_places(length, theta.dtype, align_corners))
            continue
        edge = 1.0 if align_corners else 1.0 - 1.0 / length
        if align_corners and length == 1:
            edge = 0.0
        axes.append(linspace(-edge, edge, length, dtype=theta.dtype))
    grids = list(meshgrid(*axes, indexing='ij'))
    grids.reverse()
    flat = [onnx.Reshape(grid, [-1]) for grid in grids]
    flat.append(onnx.Add(onnx.Mul(flat[0], 0.0), 1.0))
    base = stack(flat, 1)
    result = onnx.MatMul(base, onnx.Transpose(theta, perm=[0, 2, 1]))
    return reshaped(result, [sizes[0]] + sizes[2:] + [len(sizes) - 2])
