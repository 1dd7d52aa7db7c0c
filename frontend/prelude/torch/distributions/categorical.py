import onnx
from .bernoulli import clamped
from .distribution import Distribution
from .._info import finfo
from .._random import multinomial
from .._support import dtypes

__module__ = 'torch.distributions.categorical'


class Categorical(Distribution):
    """Numbers of classes, drawn with the weights of the last axis."""

    def __init__(self, probs=None, logits=None, validate_args=None):
        if (probs is None) == (logits is None):
            raise ValueError('Either `probs` or `logits` must be specified, but not both.')
        super().__init__(validate_args=validate_args)
        if probs is not None:
            self._assume(onnx.GreaterOrEqual(probs, 0.0), 'weights that are not negative')
            self._probs, self._logits = probs / probs.sum(-1, keepdim=True), None
        else:
            self._probs, self._logits = None, logits - logits.logsumexp(dim=-1, keepdim=True)

    @property
    def probs(self):
        return self._logits.softmax(-1) if self._probs is None else self._probs

    @property
    def logits(self):
        return clamped(self._probs).log() if self._logits is None else self._logits

    @property
    def mode(self):
        return self.probs.argmax(-1)

    def log_prob(self, value):
        logits = self.logits
        self._assume(onnx.And(value >= 0, value < logits.shape[-1]), 'numbers of its classes alone')
        value = value.to(dtypes.int64).unsqueeze(-1)
        sizes = onnx.Add(value, onnx.Cast(onnx.Mul(logits, 0.0), to=dtypes.int64)).shape
        return logits.expand(sizes).gather(-1, value.expand(list(sizes[:-1]) + [1])).squeeze(-1)

    def entropy(self):
        logits = self.logits.clamp(min=finfo(self.logits.dtype).min)
        return -(logits * self.probs).sum(-1)

    def sample(self, sample_shape=()):
        probs = self.probs
        count = 1
        for size in sample_shape:
            count = count * size
        rows = multinomial(probs.reshape(-1, probs.shape[-1]), count, True)
        return rows.t().reshape(list(sample_shape) + list(probs.shape[:-1]))
