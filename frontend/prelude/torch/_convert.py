"""Conversions of dtype, and those of device and layout, which change nothing here."""
import _native
import onnx
from ._device import device as _device
from ._support import cast, dtype_class, dtypes, is_tensor, loose_view

__module__ = 'torch.Tensor'

_bool = bool
_int = int
_NAMES = {'torch.FloatTensor': 'float32', 'torch.DoubleTensor': 'float64',
          'torch.HalfTensor': 'float16', 'torch.BFloat16Tensor': 'bfloat16',
          'torch.LongTensor': 'int64', 'torch.IntTensor': 'int32', 'torch.ShortTensor': 'int16',
          'torch.CharTensor': 'int8', 'torch.ByteTensor': 'uint8', 'torch.BoolTensor': 'bool'}


def to(self, *args, dtype=None, device=None, non_blocking=False, copy=False, memory_format=None,
       other=None):
    """Tensor.to(dtype), to(device, dtype), to(other): one device exists, so only dtype counts."""
    flags = [arg for arg in args if isinstance(arg, _bool)]
    if len(flags) > 1:
        copy = flags[1]
    for arg in args:
        if is_tensor(arg):
            dtype = arg.dtype
        elif isinstance(arg, dtype_class):
            dtype = arg
        elif isinstance(arg, str):
            _device(arg)
        elif not (arg is None or isinstance(arg, (_bool, _int, _device))):
            return _native.refuse(f'a conversion to `{arg}` is not supported')
    if other is not None:
        dtype = other.dtype
    if dtype is not None and dtype != self.dtype:
        return onnx.Cast(self, to=dtype)
    if copy:
        return onnx.Identity(self)
    if memory_format is None or memory_format == 'torch.preserve_format':
        return self
    return loose_view(self, lambda b: b)


def type(self, dtype=None, non_blocking=False):
    if dtype is None:
        for name in _NAMES:
            if getattr(dtypes, _NAMES[name]) == self.dtype:
                return name
    if isinstance(dtype, str):
        name = dtype.replace('.cuda', '')
        if name not in _NAMES:
            raise ValueError(f"invalid type: '{dtype}'")
        return cast(self, getattr(dtypes, _NAMES[name]))
    return cast(self, getattr(dtype, 'tensor_dtype', dtype))


def type_as(self, tensor):
    return cast(self, tensor.dtype)


def float(self, memory_format=None):
    return cast(self, dtypes.float32)


def double(self, memory_format=None):
    return cast(self, dtypes.float64)


def half(self, memory_format=None):
    return cast(self, dtypes.float16)


def bfloat16(self, memory_format=None):
    return cast(self, dtypes.bfloat16)


def long(self, memory_format=None):
    return cast(self, dtypes.int64)


def int(self, memory_format=None):
    return cast(self, dtypes.int32)


def short(self, memory_format=None):
    return cast(self, dtypes.int16)


def char(self, memory_format=None):
    return cast(self, dtypes.int8)


def byte(self, memory_format=None):
    return cast(self, dtypes.uint8)


def bool(self, memory_format=None):
    return cast(self, dtypes.bool)


def cpu(self, memory_format=None):
    return self


def cuda(self, device=None, non_blocking=False, memory_format=None):
    return self


def contiguous(self, memory_format=None):
    """Itself, or a copy: torch decides by strides, which are not tracked."""
    return loose_view(self, lambda b: b)


def clone(self, *, memory_format=None):
    return onnx.Identity(self)


def numpy(self, *, force=False):
    """A numpy array of the same memory."""
    from numpy._array import wrap
    return wrap(self)
