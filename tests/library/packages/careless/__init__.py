"""Its first lines cannot be analysed, and nobody needs them."""
import torch

UNKNOWN = torch.no_such_name
LIMITS = torch.finfo(UNKNOWN).min


def double(x):
    return x * 2
