"""Parametrizations: a parameter becomes a property that is computed from the originals, which
live in module.parametrizations.NAME."""
import _native
from ..modules.container import ModuleDict, ModuleList
from ..parameter import Parameter
from ..._support import is_tensor

__module__ = 'torch.nn.utils.parametrize'


class cached:
    """Values are computed at each use; equal nodes are shared by the graph itself."""

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return False


class ParametrizationList(ModuleList):

    def __init__(self, modules, original, unsafe=False):
        super().__init__(modules)
        inverse = original
        for module in reversed(list(self)):
            if hasattr(module, 'right_inverse'):
                inverse = module.right_inverse(inverse)
        self.is_tensor = is_tensor(inverse)
        self.ntensors = 1 if self.is_tensor else len(inverse)
        if self.is_tensor:
            self.original = inverse if isinstance(inverse, Parameter) else Parameter(inverse)
        else:
            for i, part in enumerate(inverse):
                self.register_parameter(f'original{i}', Parameter(part))

    def forward(self):
        if self.is_tensor:
            value = self[0](self.original)
        else:
            value = self[0](*[getattr(self, f'original{i}') for i in range(self.ntensors)])
        for i in range(1, len(self)):
            value = self[i](value)
        return value


def _property_of(name):

    def get(self):
        return self.parametrizations[name]()

    def set(self, value):
        return _native.refuse('assigning to a parametrized tensor', 'assign before parametrizing')

    return property(get, set)


def register_parametrization(module, tensor_name, parametrization, *, unsafe=False):
    if is_parametrized(module, tensor_name):
        module.parametrizations[tensor_name].append(parametrization)
        return module
    if tensor_name not in module._parameters and tensor_name not in module._buffers:
        raise ValueError(f"Module '{module}' does not have a parameter, a buffer, or a "
                         f"parametrized element with name '{tensor_name}'")
    original = getattr(module, tensor_name)
    if not is_parametrized(module):
        module.parametrizations = ModuleDict()
        cls = type(module)
        module.__class__ = type('Parametrized' + cls.__name__, (cls,), {})
    delattr(module, tensor_name)
    module.parametrizations[tensor_name] = ParametrizationList([parametrization], original)
    setattr(type(module), tensor_name, _property_of(tensor_name))
    return module


def is_parametrized(module, tensor_name=None):
    owners = getattr(module, 'parametrizations', None)
    if not isinstance(owners, ModuleDict):
        return False
    return len(owners) > 0 if tensor_name is None else tensor_name in owners


def remove_parametrizations(module, tensor_name, leave_parametrized=True):
    owners = module.parametrizations
    value = owners[tensor_name]() if leave_parametrized else owners[tensor_name].original
    del owners[tensor_name]
    delattr(type(module), tensor_name)
    module.register_parameter(tensor_name, Parameter(value))
    return module
