"""Finds the builders of a package: functions that make a model and need no arguments."""
from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Iterator


def of(module: types.ModuleType, keep: Callable[[str, object], bool]) -> Iterator[str]:
    """Names of functions that `module` itself defines, need no argument, and are to be kept."""
    for name, value in vars(module).items():
        function = inspect.unwrap(value) if callable(value) else None
        if inspect.isfunction(function) and function.__module__ == module.__name__ \
                and not name.startswith("_") and not _required(function) and keep(name, value):
            yield name


def with_weights(module: types.ModuleType) -> Iterator[str]:
    """Builders that could load weights: the others make parts."""
    return of(module, lambda name, function: any(
        parameter in inspect.signature(inspect.unwrap(function)).parameters
        for parameter in ("weights", "pretrained")))


def _required(function) -> list[str]:
    return [parameter.name for parameter in inspect.signature(function).parameters.values()
            if parameter.default is parameter.empty
            and parameter.kind not in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)]
