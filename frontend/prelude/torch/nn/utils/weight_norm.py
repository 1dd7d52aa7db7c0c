"""The public place of this layer wrapper."""
from ._weight_norm import WeightNorm, remove_weight_norm, weight_norm
