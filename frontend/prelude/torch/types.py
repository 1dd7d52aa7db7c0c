"""torch.types: aliases for annotations."""
from typing import Any, List, Sequence, Tuple, Union
from ._device import device
from ._size import Size
from ._tensor import Tensor

_int = int
_float = float
_bool = bool
_TensorOrTensors = Union[Tensor, Sequence[Tensor]]
_size = Union[Size, List[int], Tuple[int, ...]]
_dtype = Any
_device = device
Number = Union[int, float, bool]
Device = Union[device, str, int, None]
