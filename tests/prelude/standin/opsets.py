"""What an older opset makes of a call of the home opset: as emit/onnx/opset.cpp rewrites it, and as
the rows of ir/ops refuse it."""
import functools

import numpy as np
import onnx.defs

import native


@functools.lru_cache(None)
def since(op):
    """The first opset that has an operator."""
    versions = [s.since_version for s in onnx.defs.get_all_schemas_with_history()
                if s.name == op and s.domain == '']
    return min(versions)


def _refuse(what, opset):
    raise native.Refused(f'{what} needs opset {opset}')


def _axes(call, opset):
    arrays, attrs = call['arrays'], call['attrs']
    keep_all = attrs.pop('noop_with_empty_axes', 0)
    axes = arrays[1] if len(arrays) > 1 else None
    if axes is not None and axes.size:
        attrs['axes'] = [int(a) for a in axes]
    elif keep_all:
        call['op'], call['attrs'] = 'Identity', {}
    call['arrays'] = arrays[:1]


def _split(call, opset):
    parts = call['attrs'].pop('num_outputs', None)
    if parts is None or len(call['arrays']) > 1:
        return
    size = call['arrays'][0].shape[call['attrs'].get('axis', 0)]
    part = -(-size // parts)
    sizes = [part] * (parts - 1) + [size - part * (parts - 1)]
    call['arrays'] = [call['arrays'][0], np.array(sizes, 'int64')]


def _pad(call, opset):
    if len(call['arrays']) < 4 or call['arrays'][3] is None:
        return
    data, pads, value, axes = call['arrays']
    spread = np.zeros(2 * data.ndim, 'int64')
    for k, axis in enumerate(axes):
        spread[axis % data.ndim] = pads[k]
        spread[axis % data.ndim + data.ndim] = pads[len(axes) + k]
    call['arrays'] = [data, spread, value][:3 if value is not None else 2]


def _resize(call, opset):
    arrays, attrs = call['arrays'], call['attrs']
    if attrs.get('antialias'):
        _refuse('`antialias`', 18)
    for name in ('antialias', 'keep_aspect_ratio_policy'):
        attrs.pop(name, None)
    axes = attrs.pop('axes', None)
    if axes is None:
        return
    ndim = arrays[0].ndim
    whole = {2: np.ones(ndim, 'float32'), 3: np.array(arrays[0].shape, 'int64')}
    for place in (2, 3):
        if len(arrays) > place and arrays[place] is not None:
            for k, axis in enumerate(axes):
                whole[place][axis % ndim] = arrays[place][k]
            arrays[place] = whole[place]


def _grid_sample(call, opset):
    if call['arrays'][0].ndim > 4:
        _refuse('sampling of volumes', 20)
    modes = {'linear': 'bilinear', 'cubic': 'bicubic'}
    mode = call['attrs'].get('mode', 'linear')
    call['attrs']['mode'] = modes.get(mode, mode)


def _is_inf(call, opset):
    if call['arrays'][0].dtype.itemsize == 2:
        call['arrays'][0] = call['arrays'][0].astype('float32')


def _scatter(call, opset):
    if call['attrs'].get('reduction', 'none') in ('max', 'min'):
        _refuse('the reduction to an extreme', 18)


def _average_pool(call, opset):
    if any(d != 1 for d in call['attrs'].pop('dilations', None) or ()):
        _refuse('a dilated average', 19)


def _reduce_extreme(call, opset):
    if call['arrays'][0].dtype == bool:
        _refuse('`bool`', 20)


_REDUCTIONS = ('Mean', 'Max', 'Min', 'Prod', 'L1', 'L2', 'LogSum', 'LogSumExp', 'SumSquare')
_ROWS = [('ReduceMax', 20, _reduce_extreme), ('ReduceMin', 20, _reduce_extreme)] + \
    [('Reduce' + name, 18, _axes) for name in _REDUCTIONS] + [
        ('Split', 18, _split), ('Pad', 18, _pad), ('Resize', 18, _resize),
        ('GridSample', 20, _grid_sample), ('IsInf', 20, _is_inf),
        ('AveragePool', 19, _average_pool), ('ScatterElements', 18, _scatter),
        ('ScatterND', 18, _scatter)]


def lower(op, arrays, attrs, opset):
    """The operator, its inputs and attributes as this opset writes them."""
    call = {'op': op, 'arrays': list(arrays), 'attrs': dict(attrs)}
    for name, below, rewrite in _ROWS:
        if name == op and opset < below:
            rewrite(call, opset)
    return call['op'], call['arrays'], call['attrs']
