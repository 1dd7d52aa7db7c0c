"""torch.device: a name that is carried about. The exported graph chooses no device."""

__module__ = 'torch'


_TYPES = ('cpu', 'cuda', 'ipu', 'xpu', 'mkldnn', 'opengl', 'opencl', 'ideep', 'hip', 've', 'fpga',
          'ort', 'xla', 'lazy', 'vulkan', 'mps', 'meta', 'hpu', 'mtia', 'privateuseone', 'npu',
          'mlu', 'musa')


class device:

    def __init__(self, type='cpu', index=None):
        if isinstance(type, device):
            type, index = type.type, type.index
        if isinstance(type, int):
            type, index = 'cuda', type
        if ':' in type:
            type, number = type.split(':')
            index = int(number)
        if type not in _TYPES:
            raise RuntimeError(f'Expected one of {", ".join(_TYPES)} device type at start of '
                               f'device string: {type}')
        self.type = type
        self.index = index

    def __eq__(self, other):
        return isinstance(other, device) and self.type == other.type and self.index == other.index

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash((self.type, self.index))

    def __str__(self):
        return self.type if self.index is None else f'{self.type}:{self.index}'

    def __repr__(self):
        if self.index is None:
            return f"device(type='{self.type}')"
        return f"device(type='{self.type}', index={self.index})"

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return False


CPU = device('cpu')
