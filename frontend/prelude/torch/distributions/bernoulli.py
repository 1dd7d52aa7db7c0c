import onnx
from .distribution import Distribution, parameters, sizes_of_sample
from .._info import finfo
from .._pointwise import sigmoid
from .._random import bernoulli
from ..nn.functional import binary_cross_entropy_with_logits

__module__ = 'torch.distributions.bernoulli'


def clamped(probs):
    """Probabilities that have a finite logit."""
    gap = probs.new_tensor(finfo(probs.dtype).eps)
    return onnx.Min(onnx.Max(probs, gap), onnx.Sub(1.0, gap))


class Bernoulli(Distribution):

    def __init__(self, probs=None, logits=None, validate_args=None):
        if (probs is None) == (logits is None):
            raise ValueError('Either `probs` or `logits` must be specified, but not both.')
        super().__init__(validate_args=validate_args)
        self._given_logits = probs is None
        self._parameter, = parameters(logits if probs is None else probs)
        if not self._given_logits:
            probs = self._parameter
            self._assume(onnx.And(onnx.GreaterOrEqual(probs, 0.0), onnx.LessOrEqual(probs, 1.0)),
                         'probabilities from 0 to 1 alone')

    @property
    def probs(self):
        return sigmoid(self._parameter) if self._given_logits else self._parameter

    @property
    def logits(self):
        if self._given_logits:
            return self._parameter
        probs = clamped(self._parameter)
        return onnx.Sub(probs.log(), onnx.Neg(probs).log1p())

    @property
    def mean(self):
        return self.probs

    @property
    def variance(self):
        return onnx.Mul(self.probs, onnx.Sub(1.0, self.probs))

    def log_prob(self, value):
        logits, value = parameters(self.logits, value)
        self._assume(onnx.Or(onnx.Equal(value, 0.0), onnx.Equal(value, 1.0)),
                     'values 0 and 1 alone')
        return -binary_cross_entropy_with_logits(logits, value, reduction='none')

    def entropy(self):
        return binary_cross_entropy_with_logits(self.logits, self.probs, reduction='none')

    def sample(self, sample_shape=()):
        return bernoulli(self.probs.expand(sizes_of_sample(sample_shape, self._parameter)))
