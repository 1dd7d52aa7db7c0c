"""Packed sequences. The padded tensor and the lengths are kept; ONNX's recurrent operators take
both, so nothing is packed unless `.data` is asked for."""
import _native
import onnx
from ..._create import as_tensor
from ..._join import stack
from ..._search import argsort
from ..._support import cast, count_up, dtypes, is_tensor, known, tensor_of

__module__ = 'torch.nn.utils.rnn'


class PackedSequence:

    def __init__(self, data, batch_sizes=None, sorted_indices=None, unsorted_indices=None):
        if not isinstance(data, _Padded):
            _native.refuse('a PackedSequence from its parts',
                           'pack a padded tensor with pack_padded_sequence')
        self._padded = data

    def padded(self):
        """(length, batch, …) and int32 lengths, for an ONNX recurrent operator."""
        return self._padded.values, onnx.Cast(self._padded.lengths, to=dtypes.int32)

    def with_padded(self, values):
        return PackedSequence(_Padded(values, self._padded.lengths, self._padded.sort))

    def sorted_state(self, state):
        """A state is given in the order of the batch, and the batch is not reordered."""
        return state

    def unsorted_state(self, state):
        return state

    @property
    def data(self):
        """The elements step by step, the longest sequence first."""
        values, lengths = self._padded.values, self._padded.lengths
        order = self.sorted_indices
        if order is not None:
            values, lengths = onnx.Gather(values, order, axis=1), onnx.Gather(lengths, order)
        mask = _step_mask(values.shape[0], lengths)
        return onnx.GatherND(values, onnx.Transpose(onnx.NonZero(mask), perm=[1, 0]))

    @property
    def batch_sizes(self):
        mask = _step_mask(self._padded.values.shape[0], self._padded.lengths)
        counts = onnx.ReduceSum(onnx.Cast(mask, to=dtypes.int64), [1], keepdims=0)
        return onnx.Compress(counts, onnx.Greater(counts, 0), axis=0)

    @property
    def sorted_indices(self):
        return argsort(self._padded.lengths, 0, True) if self._padded.sort else None

    @property
    def unsorted_indices(self):
        order = self.sorted_indices
        return None if order is None else argsort(order)

    def to(self, *args, **kwargs):
        return self.with_padded(self._padded.values.to(*args, **kwargs))

    def cpu(self):
        return self

    def cuda(self, device=None):
        return self


class _Padded:

    def __init__(self, values, lengths, sort):
        self.values = values
        self.lengths = lengths
        self.sort = sort


def _step_mask(length, lengths):
    """[length, batch]: whether a step belongs to a sequence."""
    return onnx.Less(onnx.Unsqueeze(count_up(0, length), [1]), lengths)


def pack_padded_sequence(input, lengths, batch_first=False, enforce_sorted=True):
    """With enforce_sorted the lengths must already decrease, as torch checks when it runs."""
    lengths = as_tensor(lengths, dtype=dtypes.int64)
    if batch_first:
        input = onnx.Transpose(input, perm=[1, 0] + list(range(2, input.ndim)))
    return PackedSequence(_Padded(input, lengths, not enforce_sorted))


def pad_packed_sequence(sequence, batch_first=False, padding_value=0.0, total_length=None):
    """As long as the longest sequence, or `total_length`; zeros (or another value) behind."""
    values, lengths = sequence._padded.values, sequence._padded.lengths
    longest = onnx.ReduceMax(lengths, [0], keepdims=1)
    values = onnx.Slice(values, [0], longest, [0])
    mask = _step_mask(values.shape[0], lengths)
    trailing = values.ndim - 2
    if trailing:
        mask = onnx.Unsqueeze(mask, list(range(2, 2 + trailing)))
    values = onnx.Where(mask, values, tensor_of(padding_value, values.dtype))
    if total_length is not None:
        more = onnx.Sub(tensor_of(total_length, dtypes.int64), longest)
        rest = [0] * (values.ndim - 1)
        pads = onnx.Concat(_native.constant([0] + rest), more, _native.constant(rest), axis=0)
        values = onnx.Pad(values, pads, tensor_of(padding_value, values.dtype))
    if batch_first:
        values = onnx.Transpose(values, perm=[1, 0] + list(range(2, values.ndim)))
    return values, lengths


def pad_sequence(sequences, batch_first=False, padding_value=0.0):
    """Each sequence padded to the longest, then stacked."""
    longest = sequences[0].shape[0]
    for sequence in sequences[1:]:
        longest = max(longest, sequence.shape[0])
    rows = []
    for sequence in sequences:
        pads = [0] * (2 * sequence.ndim)
        pads[sequence.ndim] = longest - sequence.shape[0]
        if known(pads[sequence.ndim]) and pads[sequence.ndim] == 0:
            rows.append(sequence)
        else:
            rows.append(onnx.Pad(sequence, pads, tensor_of(padding_value, sequence.dtype)))
    return stack(rows, 0 if batch_first else 1)


def unpad_sequence(padded_sequences, lengths, batch_first=False):
    return _native.refuse('`unpad_sequence` returns as many tensors as there are sequences')


def pack_sequence(sequences, enforce_sorted=True):
    lengths = [sequence.shape[0] for sequence in sequences]
    return pack_padded_sequence(pad_sequence(sequences), lengths, False, enforce_sorted)


def invert_permutation(permutation):
    return None if permutation is None else argsort(permutation)
