"""torch.nn: layers. Each name is loaded from its file when it is first used."""
from .parameter import Buffer, Parameter, UninitializedBuffer, UninitializedParameter
from .modules import *
from . import functional, init, modules, parallel, parameter, quantized, utils
from .parallel import DataParallel
