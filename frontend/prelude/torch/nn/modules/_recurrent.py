"""Recurrent layers by ONNX's LSTM, GRU and RNN, one node a layer, and single steps (cells).

Gates are ordered input, forget, cell, output in torch's LSTM and input, output, forget, cell in
ONNX's; reset, update, new in torch's GRU and update, reset, new in ONNX's.
"""
import _native
import onnx
from ..._errors import shape_error
from ..._support import differ, rank_of, tensor_of
from ..utils.rnn import PackedSequence
from .. import functional as F

__module__ = 'torch.nn'

_ORDER = {'LSTM': [0, 3, 1, 2], 'GRU': [1, 0, 2], 'RNN_TANH': [0], 'RNN_RELU': [0]}


def _rows(mode, size, start):
    """The rows of one weight in ONNX's order of gates."""
    return [start + gate * size + i for gate in _ORDER[mode] for i in range(size)]


def _stacked(tensors, mode, size, each):
    """(directions, rows, …) from tensors whose rows are gates, `each` of them a direction: one
    Gather orders the gates and makes the axis."""
    step = len(_ORDER[mode]) * size
    places = []
    for first in range(0, len(tensors), each):
        row = []
        for k in range(each):
            row = row + _rows(mode, size, (first + k) * step)
        places.append(row)
    joined = tensors[0] if len(tensors) == 1 else onnx.Concat(*tensors, axis=0)
    return onnx.Gather(joined, _native.constant(places), axis=0)


def _layer_weights(layer, index):
    """(W, R, B) of one layer for ONNX."""
    tails = [f'l{index}'] + ([f'l{index}_reverse'] if layer.bidirectional else [])
    mode, size = layer.mode, layer.hidden_size
    w = _stacked([getattr(layer, 'weight_ih_' + t) for t in tails], mode, size, 1)
    r = _stacked([getattr(layer, 'weight_hh_' + t) for t in tails], mode, size, 1)
    if not layer.bias:
        return w, r, None
    biases = [getattr(layer, kind + t) for t in tails for kind in ('bias_ih_', 'bias_hh_')]
    return w, r, _stacked(biases, mode, size, 2)


class _Input:
    """The input as (length, batch, features), and how to give the output its form back."""

    def __init__(self, layer, input):
        self.packed = isinstance(input, PackedSequence)
        self.lengths = None
        self.layer = layer
        if self.packed:
            self.template = input
            x, self.lengths = input.padded()
            self.batched = True
        else:
            ndim = rank_of(input, 3)
            if ndim not in (2, 3):
                raise shape_error(f'{layer.mode}: Expected input to be 2-D or 3-D but received '
                                  f'{ndim}-D tensor')
            self.batched = ndim == 3
            x = input if self.batched else onnx.Unsqueeze(input, [1])
            if self.batched and layer.batch_first:
                x = onnx.Transpose(x, perm=[1, 0, 2])
        _check_width(layer, x)
        self.x = x

    def restore(self, output):
        """(length, batch, features) in the form that the input had."""
        if self.packed:
            return self.template.with_padded(output)
        if not self.batched:
            return onnx.Squeeze(output, [1])
        if self.layer.batch_first:
            return onnx.Transpose(output, perm=[1, 0, 2])
        return output

    def state(self, state):
        """A given state with a batch axis, in the order of the sequences."""
        if state is None:
            return None
        if not self.batched:
            return onnx.Unsqueeze(state, [1])
        return self.template.sorted_state(state) if self.packed else state

    def restore_state(self, state):
        if not self.batched:
            return onnx.Squeeze(state, [1])
        return self.template.unsorted_state(state) if self.packed else state


def _check_width(layer, x):
    width = x.shape[2]
    if differ(width, layer.input_size):
        raise shape_error('input.size(-1) must be equal to input_size. Expected '
                          f'{layer.input_size}, got {width}')


def _part(state, layer, index):
    """The rows of one layer of a (layers * directions, batch, size) state."""
    if state is None or layer.num_layers == 1:
        return state
    directions = 2 if layer.bidirectional else 1
    start = index * directions
    return onnx.Slice(state, [start], [start + directions], [0])


def _joined(layer, y):
    """(length, directions, batch, size) to (length, batch, directions * size)."""
    if not layer.bidirectional:
        return onnx.Squeeze(y, [1])
    return onnx.Reshape(onnx.Transpose(y, perm=[0, 2, 1, 3]), [0, 0, -1])


def _merged(states):
    return states[0] if len(states) == 1 else onnx.Concat(*states, axis=0)


def run_lstm(layer, input, hx):
    if layer.proj_size > 0:
        return _native.refuse('`nn.LSTM` with proj_size has no ONNX operator', code='NN602')
    source = _Input(layer, input)
    h0, c0 = (None, None) if hx is None else hx
    h0, c0 = source.state(h0), source.state(c0)
    x = source.x
    last_h, last_c = [], []
    for index in range(layer.num_layers):
        w, r, b = _layer_weights(layer, index)
        y, h, c = onnx.LSTM(x, w, r, b, source.lengths, _part(h0, layer, index),
                            _part(c0, layer, index), hidden_size=layer.hidden_size,
                            direction='bidirectional' if layer.bidirectional else 'forward',
                            outputs=3)
        x = _between(layer, _joined(layer, y), index)
        last_h.append(h)
        last_c.append(c)
    states = (source.restore_state(_merged(last_h)), source.restore_state(_merged(last_c)))
    return source.restore(x), states


def run_plain(layer, input, hx):
    """GRU and RNN."""
    source = _Input(layer, input)
    h0 = source.state(hx)
    x = source.x
    last = []
    direction = 'bidirectional' if layer.bidirectional else 'forward'
    for index in range(layer.num_layers):
        w, r, b = _layer_weights(layer, index)
        start = _part(h0, layer, index)
        if layer.mode == 'GRU':
            y, h = onnx.GRU(x, w, r, b, source.lengths, start, hidden_size=layer.hidden_size,
                            direction=direction, linear_before_reset=1, outputs=2)
        else:
            name = 'Tanh' if layer.mode == 'RNN_TANH' else 'Relu'
            names = [name, name] if layer.bidirectional else [name]
            y, h = onnx.RNN(x, w, r, b, source.lengths, start, hidden_size=layer.hidden_size,
                            direction=direction, activations=names, outputs=2)
        x = _between(layer, _joined(layer, y), index)
        last.append(h)
    return source.restore(x), source.restore_state(_merged(last))


def _between(layer, x, index):
    """Dropout between layers, in training."""
    if layer.dropout > 0 and index < layer.num_layers - 1:
        return F.dropout(x, layer.dropout, layer.training)
    return x


# Cells: one step.

def _cell_start(cell, input, hx):
    """(input, hx) with a batch axis, and whether one was added."""
    if input.ndim not in (1, 2):
        raise shape_error(f'{type(cell).__name__}: Expected input to be 1D or 2D, got '
                          f'{input.ndim}D instead', ValueError)
    alone = input.ndim == 1
    x = onnx.Unsqueeze(input, [0]) if alone else input
    if hx is None:
        hx = onnx.Expand(tensor_of(0, x.dtype), [x.shape[0], cell.hidden_size])
    elif alone:
        hx = onnx.Unsqueeze(hx, [0])
    return x, hx, alone


def _out(x, alone):
    return onnx.Squeeze(x, [0]) if alone else x


def rnn_cell(cell, input, hx):
    x, h, alone = _cell_start(cell, input, hx)
    total = onnx.Add(F.linear(x, cell.weight_ih, cell.bias_ih),
                     F.linear(h, cell.weight_hh, cell.bias_hh))
    result = onnx.Tanh(total) if cell.nonlinearity == 'tanh' else onnx.Relu(total)
    return _out(result, alone)


def lstm_cell(cell, input, hx):
    h, c = (None, None) if hx is None else hx
    x, h, alone = _cell_start(cell, input, h)
    _, c, _ = _cell_start(cell, input, c)
    total = onnx.Add(F.linear(x, cell.weight_ih, cell.bias_ih),
                     F.linear(h, cell.weight_hh, cell.bias_hh))
    size = cell.hidden_size
    i, f, g, o = onnx.Split(total, [size] * 4, axis=1, outputs=4)
    kept = onnx.Mul(onnx.Sigmoid(f), c)
    c = onnx.Add(kept, onnx.Mul(onnx.Sigmoid(i), onnx.Tanh(g)))
    h = onnx.Mul(onnx.Sigmoid(o), onnx.Tanh(c))
    return _out(h, alone), _out(c, alone)


def gru_cell(cell, input, hx):
    x, h, alone = _cell_start(cell, input, hx)
    size = cell.hidden_size
    xr, xz, xn = onnx.Split(F.linear(x, cell.weight_ih, cell.bias_ih), [size] * 3, axis=1,
                            outputs=3)
    hr, hz, hn = onnx.Split(F.linear(h, cell.weight_hh, cell.bias_hh), [size] * 3, axis=1,
                            outputs=3)
    r = onnx.Sigmoid(onnx.Add(xr, hr))
    z = onnx.Sigmoid(onnx.Add(xz, hz))
    n = onnx.Tanh(onnx.Add(xn, onnx.Mul(r, hn)))
    return _out(onnx.Add(n, onnx.Mul(z, onnx.Sub(h, n))), alone)
