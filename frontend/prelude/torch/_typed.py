"""torch.FloatTensor and its kin: legacy constructors, and names for isinstance."""
from ._create import empty, tensor
from ._support import cast, dtypes, is_tensor

__module__ = 'torch'


class _TypedTensor(type):

    def __instancecheck__(cls, value):
        return is_tensor(value) and value.dtype == cls.tensor_dtype

    def __call__(cls, *args, device=None):
        if len(args) == 1 and is_tensor(args[0]):
            return cast(args[0], cls.tensor_dtype)
        if len(args) == 1 and isinstance(args[0], (list, tuple)):
            return tensor(args[0], dtype=cls.tensor_dtype)
        if len(args) == 1 and hasattr(args[0], 'tolist'):
            return tensor(args[0].tolist(), dtype=cls.tensor_dtype)
        return empty(*(args or (0,)), dtype=cls.tensor_dtype)


class FloatTensor(metaclass=_TypedTensor):
    tensor_dtype = dtypes.float32


class DoubleTensor(metaclass=_TypedTensor):
    tensor_dtype = dtypes.float64


class HalfTensor(metaclass=_TypedTensor):
    tensor_dtype = dtypes.float16


class BFloat16Tensor(metaclass=_TypedTensor):
    tensor_dtype = dtypes.bfloat16


class LongTensor(metaclass=_TypedTensor):
    tensor_dtype = dtypes.int64


class IntTensor(metaclass=_TypedTensor):
    tensor_dtype = dtypes.int32


class ShortTensor(metaclass=_TypedTensor):
    tensor_dtype = dtypes.int16


class CharTensor(metaclass=_TypedTensor):
    tensor_dtype = dtypes.int8


class ByteTensor(metaclass=_TypedTensor):
    tensor_dtype = dtypes.uint8


class BoolTensor(metaclass=_TypedTensor):
    tensor_dtype = dtypes.bool
