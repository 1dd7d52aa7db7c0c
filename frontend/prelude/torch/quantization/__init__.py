"""torch.quantization: quantized layers are refused; the stubs of a float model pass through."""
import _native
from ..nn.modules.module import Module

__module__ = 'torch.ao.quantization'


class QuantStub(Module):

    def __init__(self, qconfig=None):
        super().__init__()

    def forward(self, x):
        return x


class DeQuantStub(Module):

    def __init__(self, qconfig=None):
        super().__init__()

    def forward(self, x):
        return x


def fuse_modules(model, modules_to_fuse, inplace=False, **options):
    return _native.refuse('`fuse_modules` rewrites the model', 'export the float model')


def prepare(model, inplace=False, **options):
    return _native.refuse('quantization is not part of an export', 'export the float model')


def convert(module, mapping=None, inplace=False, **options):
    return _native.refuse('quantization is not part of an export', 'export the float model')
