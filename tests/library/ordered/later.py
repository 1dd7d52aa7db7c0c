"""Imports a module that imports this one."""
from .cycle import SIZES, half

FACTOR = 5


def scaled(x):
    return half(x) * FACTOR * SIZES["wide"]
