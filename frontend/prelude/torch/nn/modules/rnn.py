"""Recurrent layers. The parameters are torch's; the steps are in _recurrent.py."""
import math
from .module import Module
from .. import init
from ..parameter import Parameter
from ..._create import empty

__module__ = 'torch.nn.modules.rnn'

_GATES = {'LSTM': 4, 'GRU': 3, 'RNN_TANH': 1, 'RNN_RELU': 1}


class RNNBase(Module):

    def __init__(self, mode, input_size, hidden_size, num_layers=1, bias=True, batch_first=False,
                 dropout=0.0, bidirectional=False, proj_size=0, device=None, dtype=None):
        super().__init__()
        if proj_size < 0 or (proj_size > 0 and proj_size >= hidden_size):
            raise ValueError('proj_size has to be smaller than hidden_size')
        self.mode = mode
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.num_layers = num_layers
        self.bias = bias
        self.batch_first = batch_first
        self.dropout = float(dropout)
        self.bidirectional = bidirectional
        self.proj_size = proj_size
        self._all_weights = []
        rows = _GATES[mode] * hidden_size
        output = proj_size if proj_size > 0 else hidden_size
        directions = 2 if bidirectional else 1
        for layer in range(num_layers):
            width = input_size if layer == 0 else output * directions
            for direction in range(directions):
                tail = f'l{layer}' + ('_reverse' if direction else '')
                sizes = {f'weight_ih_{tail}': (rows, width), f'weight_hh_{tail}': (rows, output)}
                if bias:
                    sizes[f'bias_ih_{tail}'] = (rows,)
                    sizes[f'bias_hh_{tail}'] = (rows,)
                if proj_size > 0:
                    sizes[f'weight_hr_{tail}'] = (proj_size, hidden_size)
                for name, size in sizes.items():
                    setattr(self, name, Parameter(empty(size, dtype=dtype)))
                self._all_weights.append(list(sizes))
        self.reset_parameters()

    def reset_parameters(self):
        bound = 1.0 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
        for weight in self.parameters():
            init.uniform_(weight, -bound, bound)

    def flatten_parameters(self):
        """Lays the weights out for cuDNN: nothing to do here."""

    @property
    def all_weights(self):
        return [[getattr(self, name) for name in names] for names in self._all_weights]

    def extra_repr(self):
        text = f'{self.input_size}, {self.hidden_size}'
        if self.num_layers != 1:
            text += f', num_layers={self.num_layers}'
        if self.batch_first:
            text += ', batch_first=True'
        if self.bidirectional:
            text += ', bidirectional=True'
        return text


class RNN(RNNBase):

    def __init__(self, *args, nonlinearity='tanh', **kwargs):
        if 'proj_size' in kwargs:
            raise ValueError('proj_size argument is only supported for LSTM, not RNN or GRU')
        if len(args) > 3 and isinstance(args[3], str):
            nonlinearity = args[3]
            args = args[:3] + args[4:]
        modes = {'tanh': 'RNN_TANH', 'relu': 'RNN_RELU'}
        if nonlinearity not in modes:
            raise ValueError(f"Unknown nonlinearity '{nonlinearity}'")
        super().__init__(modes[nonlinearity], *args, **kwargs)
        self.nonlinearity = nonlinearity

    def forward(self, input, hx=None):
        from ._recurrent import run_plain
        return run_plain(self, input, hx)


class GRU(RNNBase):

    def __init__(self, *args, **kwargs):
        if 'proj_size' in kwargs:
            raise ValueError('proj_size argument is only supported for LSTM, not RNN or GRU')
        super().__init__('GRU', *args, **kwargs)

    def forward(self, input, hx=None):
        from ._recurrent import run_plain
        return run_plain(self, input, hx)


class LSTM(RNNBase):

    def __init__(self, *args, **kwargs):
        super().__init__('LSTM', *args, **kwargs)

    def forward(self, input, hx=None):
        from ._recurrent import run_lstm
        return run_lstm(self, input, hx)


class RNNCellBase(Module):

    def __init__(self, input_size, hidden_size, bias, num_chunks, device=None, dtype=None):
        super().__init__()
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.bias = bias
        rows = num_chunks * hidden_size
        self.weight_ih = Parameter(empty((rows, input_size), dtype=dtype))
        self.weight_hh = Parameter(empty((rows, hidden_size), dtype=dtype))
        if bias:
            self.bias_ih = Parameter(empty(rows, dtype=dtype))
            self.bias_hh = Parameter(empty(rows, dtype=dtype))
        else:
            self.register_parameter('bias_ih', None)
            self.register_parameter('bias_hh', None)
        self.reset_parameters()

    def reset_parameters(self):
        bound = 1.0 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
        for weight in self.parameters():
            init.uniform_(weight, -bound, bound)


class RNNCell(RNNCellBase):

    def __init__(self, input_size, hidden_size, bias=True, nonlinearity='tanh', device=None,
                 dtype=None):
        super().__init__(input_size, hidden_size, bias, 1, device, dtype)
        if nonlinearity not in ('tanh', 'relu'):
            raise RuntimeError(f'Unknown nonlinearity: {nonlinearity}')
        self.nonlinearity = nonlinearity

    def forward(self, input, hx=None):
        from ._recurrent import rnn_cell
        return rnn_cell(self, input, hx)


class LSTMCell(RNNCellBase):

    def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, 4, device, dtype)

    def forward(self, input, hx=None):
        from ._recurrent import lstm_cell
        return lstm_cell(self, input, hx)


class GRUCell(RNNCellBase):

    def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, 3, device, dtype)

    def forward(self, input, hx=None):
        from ._recurrent import gru_cell
        return gru_cell(self, input, hx)
