from ..quantization import DeQuantStub, QuantStub, convert, fuse_modules, prepare

__module__ = 'torch.ao.quantization'
