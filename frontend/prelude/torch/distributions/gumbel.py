import math
import onnx
from .distribution import Distribution, parameters, sizes_of_sample
from .._pointwise import exp, log
from .._random import exponentials

__module__ = 'torch.distributions.gumbel'

_EULER = 0.57721566490153286060


class Gumbel(Distribution):

    def __init__(self, loc, scale, validate_args=None):
        super().__init__(validate_args=validate_args)
        self.loc, self.scale = parameters(loc, scale)
        self._assume(onnx.Greater(self.scale, 0.0), 'scales above 0 alone')

    @property
    def mean(self):
        return onnx.Add(self.loc, onnx.Mul(self.scale, _EULER))

    @property
    def stddev(self):
        return onnx.Mul(self.scale, math.pi / math.sqrt(6))

    @property
    def variance(self):
        return onnx.Mul(self.stddev, self.stddev)

    def log_prob(self, value):
        y = onnx.Div(onnx.Sub(self.loc, value), self.scale)
        return onnx.Sub(onnx.Sub(y, exp(y)), log(self.scale))

    def entropy(self):
        return onnx.Add(log(self.scale), 1 + _EULER)

    def rsample(self, sample_shape=()):
        wait = exponentials(sizes_of_sample(sample_shape, self.loc), self.loc.dtype)
        return onnx.Sub(self.loc, onnx.Mul(self.scale, log(wait)))
