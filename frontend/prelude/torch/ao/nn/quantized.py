from ...nn.quantized import FloatFunctional, FXFloatFunctional

__module__ = 'torch.ao.nn.quantized'
