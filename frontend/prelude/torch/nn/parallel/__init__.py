"""Wrappers that spread a model over devices: here, the model itself under `module`."""
from ..modules.module import Module

__module__ = 'torch.nn.parallel'


class DataParallel(Module):

    def __init__(self, module, device_ids=None, output_device=None, dim=0):
        super().__init__()
        self.module = module
        self.device_ids = []

    def forward(self, *inputs, **kwargs):
        return self.module(*inputs, **kwargs)


class DistributedDataParallel(Module):

    def __init__(self, module, device_ids=None, output_device=None, **options):
        super().__init__()
        self.module = module

    def forward(self, *inputs, **kwargs):
        return self.module(*inputs, **kwargs)
