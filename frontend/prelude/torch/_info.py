"""torch.finfo and torch.iinfo: the limits of the dtypes."""
from ._errors import dtype_error
from ._support import dtypes

__module__ = 'torch'

_FLOATS = {
    'float16': (16, 65504.0, 0.0009765625, 6.103515625e-05, 0.001, 5.960464477539063e-08),
    'bfloat16': (16, 3.3895313892515355e+38, 0.0078125, 1.1754943508222875e-38, 0.01,
                 9.183549615799121e-41),
    'float32': (32, 3.4028234663852886e+38, 1.1920928955078125e-07, 1.1754943508222875e-38, 1e-06,
                1.401298464324817e-45),
    'float64': (64, 1.7976931348623157e+308, 2.220446049250313e-16, 2.2250738585072014e-308,
                1e-15, 5e-324),
    'float8_e4m3fn': (8, 448.0, 0.125, 0.015625, 1.0, 0.001953125),
    'float8_e4m3fnuz': (8, 240.0, 0.125, 0.0078125, 1.0, 0.0009765625),
    'float8_e5m2': (8, 57344.0, 0.25, 6.103515625e-05, 1.0, 1.52587890625e-05),
    'float8_e5m2fnuz': (8, 57344.0, 0.125, 3.0517578125e-05, 1.0, 7.62939453125e-06),
}
_INTS = {'uint8': (8, 0, 255), 'int8': (8, -128, 127), 'int16': (16, -32768, 32767),
         'int32': (32, -2147483648, 2147483647),
         'int64': (64, -9223372036854775807 - 1, 9223372036854775807)}


def _name(dtype):
    return str(dtype).split('.')[-1]


class finfo:

    def __init__(self, type=dtypes.float32):
        name = _name(type)
        if name not in _FLOATS:
            raise dtype_error('torch.finfo() requires a floating point input type. Use torch.iinfo '
                              "to handle 'torch.finfo'", TypeError)
        self.bits, self.max, self.eps, self.tiny, self.resolution, _ = _FLOATS[name]
        self.min = -self.max
        self.smallest_normal = self.tiny
        self.dtype = name


class iinfo:

    def __init__(self, type):
        name = _name(type)
        if name not in _INTS:
            raise dtype_error('torch.iinfo() requires an integer input type. Use torch.finfo to '
                              "handle 'torch.iinfo'", TypeError)
        self.bits, self.min, self.max = _INTS[name]
        self.dtype = name
