import math
import onnx
from .distribution import Distribution, parameters, sizes_of_sample
from .._create import tensor
from .._draws import gaussian
from .._pointwise import erfinv
from .._support import is_tensor

__module__ = 'torch.distributions.normal'


class Normal(Distribution):

    def __init__(self, loc, scale, validate_args=None):
        super().__init__(validate_args=validate_args)
        self.loc, self.scale = parameters(loc, scale)
        self._assume(onnx.Greater(self.scale, 0.0), 'scales above 0 alone')

    @property
    def mean(self):
        return self.loc

    @property
    def stddev(self):
        return self.scale

    @property
    def variance(self):
        return onnx.Mul(self.scale, self.scale)

    def log_prob(self, value):
        gap = onnx.Sub(value, self.loc)
        square = onnx.Div(onnx.Mul(gap, gap), onnx.Mul(self.variance, 2.0))
        total = onnx.Add(square, onnx.Log(self.scale))
        return onnx.Neg(onnx.Add(total, 0.5 * math.log(2 * math.pi)))

    def entropy(self):
        return onnx.Add(onnx.Log(self.scale), 0.5 + 0.5 * math.log(2 * math.pi))

    def cdf(self, value):
        ratio = onnx.Div(onnx.Sub(value, self.loc), onnx.Mul(self.scale, math.sqrt(2)))
        return onnx.Mul(onnx.Add(onnx.Erf(ratio), 1.0), 0.5)

    def icdf(self, value):
        value = value if is_tensor(value) else tensor(float(value))
        root = onnx.Mul(erfinv(onnx.Sub(onnx.Mul(value, 2.0), 1.0)), math.sqrt(2))
        return onnx.Add(onnx.Mul(root, self.scale), self.loc)

    def rsample(self, sample_shape=()):
        noise = gaussian(sizes_of_sample(sample_shape, self.loc), self.loc.dtype, 0.0, 1.0)
        return onnx.Add(onnx.Mul(noise, self.scale), self.loc)
