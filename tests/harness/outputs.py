"""What a call returned, flattened as the command-line contract says, and its file for the judge."""
from __future__ import annotations

import dataclasses

import numpy
import torch


def flatten(value):
    """Tensors of a result, depth-first, each with its kind: tensor, bool, int or float."""
    if value is None:
        return
    if isinstance(value, torch.Tensor):
        yield "tensor", value
    elif isinstance(value, bool):
        yield "bool", torch.tensor(value)
    elif isinstance(value, int):
        yield "int", torch.tensor(value, dtype=torch.int64)
    elif isinstance(value, float):
        yield "float", torch.tensor(value, dtype=torch.float64)
    elif isinstance(value, dict):
        for item in value.values():
            yield from flatten(item)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from flatten(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from flatten(getattr(value, field.name))
    else:
        raise TypeError(f"forward returned a {type(value).__name__}")


class Store:
    """Collects the tensors of one call into `arrays`, and an index of them."""

    def __init__(self, arrays: dict, call: int):
        self.arrays, self.call, self.index = arrays, call, []

    def add(self, role: str, name: str, tensor: torch.Tensor, kind: str = "tensor") -> None:
        key = f"{self.call}_{len(self.index)}"
        dtype = str(tensor.dtype).removeprefix("torch.")
        # Numpy has no bfloat16: its bits travel as int16.
        plain = tensor.detach().clone().contiguous()
        if tensor.dtype == torch.bfloat16:
            plain = plain.view(torch.int16)
        self.arrays[key] = plain.numpy()
        self.index.append({"role": role, "name": name, "key": key, "dtype": dtype, "kind": kind})


def save(path: str, arrays: dict) -> None:
    numpy.savez(path, **arrays)
