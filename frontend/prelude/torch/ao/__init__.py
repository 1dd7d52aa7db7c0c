from .. import quantization
