"""Parameters as one vector, and back."""
from ..._join import cat

__module__ = 'torch.nn.utils'


def parameters_to_vector(parameters):
    return cat([param.reshape(-1) for param in parameters])


def vector_to_parameters(vec, parameters):
    start = 0
    for param in parameters:
        count = param.numel()
        param.copy_(vec[start:start + count].view(param.shape))
        start += count
