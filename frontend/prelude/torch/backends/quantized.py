
__module__ = 'torch.backends.quantized'

engine = 'none'
supported_engines = ['none']
