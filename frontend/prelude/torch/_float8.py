"""The dtypes of eight-bit floats: they can be named, compared and asked for their limits. No
tensor has them here, and what is asked to make one refuses."""

__module__ = 'torch'


class _Float8:
    is_floating_point = True
    is_complex = False
    is_signed = True
    itemsize = 1

    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f'torch.{self._name}'


float8_e4m3fn = _Float8('float8_e4m3fn')
float8_e4m3fnuz = _Float8('float8_e4m3fnuz')
float8_e5m2 = _Float8('float8_e5m2')
float8_e5m2fnuz = _Float8('float8_e5m2fnuz')
