"""Reads an acceptance file: a list CASES of objects with name, ctor, export, others and dynamic.

Each call is a tuple of arguments. An argument that is a tensor in every call is an input of the
model; one that is a Python value in some call (a flag, None) is fixed by `--set`, so that there
is one model for each combination of flags.
"""
from __future__ import annotations

import inspect

import torch

from harness.arguments import Call


def _parameters(case) -> list[str]:
    return list(inspect.signature(case.ctor.forward).parameters)[1:]


def _spec(case, name: str, value: torch.Tensor) -> str:
    symbols = case.dynamic.get(name, {})
    dims = ",".join(str(symbols.get(axis, size)) for axis, size in enumerate(value.shape))
    return f"{name}:{str(value.dtype).removeprefix('torch.')}[{dims}]"


def describe(case) -> dict:
    """The models to export, each with its options and the numbers of the calls it must answer."""
    models: dict[tuple, dict] = {}
    for number, call in enumerate([case.export, *case.others]):
        values = dict(zip(_parameters(case), call))
        options = []
        for name, value in values.items():
            if isinstance(value, torch.Tensor):
                # Sizes that the calls share are the example's; the others are symbols.
                options += ["--input", _spec(case, name, value)]
            else:
                options += ["--set", f"{name}={value!r}"]
        key = tuple(option for option in options)
        models.setdefault(key, {"options": options, "calls": []})["calls"].append(number)
    return {"name": case.name, "entry": case.ctor.__name__, "train": case.train,
            "models": list(models.values())}


def calls(case, numbers: list[int]):
    every = [case.export, *case.others]
    signature = inspect.signature(case.ctor.forward)
    signature = signature.replace(parameters=list(signature.parameters.values())[1:])
    for number in numbers:
        values = dict(zip(_parameters(case), every[number]))
        tensors = {k: v for k, v in values.items() if isinstance(v, torch.Tensor)}
        fixed = {k: v for k, v in values.items() if not isinstance(v, torch.Tensor)}
        yield Call(f"call {number}", signature, tensors, fixed)
