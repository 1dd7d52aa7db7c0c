from .registry import LAYERS
from .plain import build_layer
from .wrapped import Scale
from . import later

__all__ = ["LAYERS", "Scale", "build_layer"]
