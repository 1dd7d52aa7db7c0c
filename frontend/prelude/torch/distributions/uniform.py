import onnx
from .distribution import Distribution, parameters, sizes_of_sample
from .._draws import uniform
from .._pointwise import log

__module__ = 'torch.distributions.uniform'


class Uniform(Distribution):

    def __init__(self, low, high, validate_args=None):
        super().__init__(validate_args=validate_args)
        self.low, self.high = parameters(low, high)
        self._assume(onnx.Less(self.low, self.high), 'a `low` below `high` alone')

    @property
    def _width(self):
        return onnx.Sub(self.high, self.low)

    @property
    def mean(self):
        return onnx.Div(onnx.Add(self.high, self.low), 2.0)

    @property
    def stddev(self):
        return onnx.Div(self._width, 12 ** 0.5)

    @property
    def variance(self):
        return onnx.Div(onnx.Mul(self._width, self._width), 12.0)

    def _inside(self, value):
        at_most = onnx.LessOrEqual(value, self.high)
        self._assume(onnx.And(onnx.GreaterOrEqual(value, self.low), at_most),
                     'values between its ends alone')
        return onnx.And(onnx.LessOrEqual(self.low, value), onnx.Greater(self.high, value))

    def log_prob(self, value):
        inside = self._inside(value)
        return onnx.Sub(log(onnx.Cast(inside, to=self.low.dtype)), log(self._width))

    def entropy(self):
        return log(self._width)

    def cdf(self, value):
        self._inside(value)
        return onnx.Div(onnx.Sub(value, self.low), self._width).clamp(0, 1)

    def icdf(self, value):
        return onnx.Add(onnx.Mul(value, self._width), self.low)

    def rsample(self, sample_shape=()):
        draw = uniform(sizes_of_sample(sample_shape, self.low), self.low.dtype, 0.0, 1.0)
        return onnx.Add(self.low, onnx.Mul(draw, self._width))
