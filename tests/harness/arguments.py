"""From declared inputs to the arguments of eager `forward`, for several calls.

An input is known by its dotted path (`x`, `state.0`, `args.1`, `kw.mask`). Its type comes from the
command's `--input` and, where that is silent, from the exported model. Directives override:

    #~ with x=integers(0, 9), N=(1, 7)     how values are drawn, which sizes a symbol takes
    #~ call x=ramp(2, 4), flag=True        one call; what it leaves out is drawn

Without `call`, every symbol is 1 in the first call and takes two other sizes in the next ones.
"""
from __future__ import annotations

import ast
import dataclasses
import inspect
import itertools
import math
import re
import typing

import torch

_SPEC = re.compile(r"^(?P<path>[\w.]+)(:(?P<dtype>\w+)(\[(?P<dims>[^\]]*)\])?)?$")
_SIZES = ((1, 1, 1, 1, 1, 1), (3, 2, 5, 4, 7, 6), (2, 5, 3, 6, 4, 7))


class Draw:
    """How to make a random tensor of a given shape and dtype."""

    def __init__(self, make):
        self.make = make


def uniform(low, high):
    return Draw(lambda shape, dtype: (torch.rand(shape) * (high - low) + low).to(dtype))


def normal(mean=0.0, std=1.0):
    return Draw(lambda shape, dtype: (torch.randn(shape) * std + mean).to(dtype))


def integers(low, high):
    """From low up to, but without, high."""
    return Draw(lambda shape, dtype: torch.randint(low, high, shape).to(dtype))


def padding():
    """Ones, and behind some of them in each row zeros: which places of a sequence are filled."""
    def make(shape, dtype):
        lengths = torch.randint(1, shape[-1] + 1, (*shape[:-1], 1))
        return (torch.arange(shape[-1]) < lengths).to(dtype)
    return Draw(make)


def ramp(*shape):
    """0, 1/n, 2/n, ... in a float32 tensor."""
    count = math.prod(shape)
    return torch.arange(count, dtype=torch.float32).reshape(shape) / count


def full(value, *shape):
    return torch.full(shape, float(value))


_SCOPE = {"torch": torch, "tensor": torch.tensor, "uniform": uniform, "normal": normal,
          "integers": integers, "padding": padding, "ramp": ramp, "full": full, "ones": torch.ones,
          "zeros": torch.zeros, "inf": math.inf, "nan": math.nan}


def keywords(text: str) -> dict:
    return eval(f"dict({text})", dict(_SCOPE))


def _default_draw(dtype: torch.dtype) -> Draw:
    if dtype == torch.bool:
        return Draw(lambda shape, _: torch.rand(shape) > 0.5)
    return normal() if dtype.is_floating_point else integers(0, 5)


@dataclasses.dataclass
class Input:
    path: str
    dtype: torch.dtype
    dims: list | None  # an int, or the text of a symbolic one; None: the rank is open

    def symbols(self) -> list[str]:
        return [name for dim in self.dims or [] if isinstance(dim, str) for name in _names(dim)]

    def draw(self, how: Draw | None, sizes: dict[str, int]) -> torch.Tensor:
        if self.dims is None:
            raise ValueError(f"`{self.path}` has no known rank: give its value with `call`")
        shape = [_size(dim, sizes) for dim in self.dims]
        return (how or _default_draw(self.dtype)).make(shape, self.dtype)


def _names(dim: str) -> list[str]:
    """`N`, the parts of `2*N + H//2`, or an anonymous `?3` as it stands."""
    return [dim] if dim.startswith("?") else re.findall(r"[A-Za-z_]\w*", dim)


def _size(dim, sizes: dict[str, int]) -> int:
    if isinstance(dim, int):
        return dim
    return sizes[dim] if dim in sizes else eval(dim, {"max": max, "min": min}, dict(sizes))


@dataclasses.dataclass
class Call:
    text: str
    signature: inspect.Signature
    tensors: dict[str, torch.Tensor]
    fixed: dict[str, object]

    def doubled(self) -> "Call":
        """The same call with its floats in double precision."""
        return dataclasses.replace(self, tensors={
            path: value.double() if value.is_floating_point() else value
            for path, value in self.tensors.items()})

    def bind(self) -> tuple[list, dict]:
        """Arguments for forward; tensors are copies, so that writes do not reach ours."""
        leaves = {path: tensor.clone() for path, tensor in self.tensors.items()}
        leaves.update(self.fixed)
        tree: dict = {}
        for path, value in leaves.items():
            *outer, last = path.split(".")
            level = tree
            for part in outer:
                level = level.setdefault(part, {})
            level[last] = value
        positional, named = [], {}
        for name, parameter in self.signature.parameters.items():
            if name not in tree:
                continue
            if parameter.kind is parameter.VAR_POSITIONAL:
                positional += [tree[name][str(i)] for i in range(len(tree[name]))]
            elif parameter.kind is parameter.VAR_KEYWORD:
                named.update(tree[name])
            elif parameter.kind is parameter.POSITIONAL_ONLY or _before_varargs(
                    self.signature, name):
                positional.append(_assemble(tree[name], parameter.annotation))
            else:
                named[name] = _assemble(tree[name], parameter.annotation)
        return positional, named


def _before_varargs(signature: inspect.Signature, name: str) -> bool:
    names = list(signature.parameters)
    kinds = [parameter.kind for parameter in signature.parameters.values()]
    star = inspect.Parameter.VAR_POSITIONAL
    return star in kinds and names.index(name) < kinds.index(star)


def _assemble(node, annotation):
    """A container from its elements by key; the annotation chooses among equals."""
    bare = _without_optional(annotation)
    if not isinstance(node, dict):
        if isinstance(node, torch.Tensor) and bare in (int, float, bool):
            return node.item()
        return node
    if isinstance(bare, type) and hasattr(bare, "_fields") or dataclasses.is_dataclass(bare):
        return bare(**{key: _assemble(item, None) for key, item in node.items()})
    inner = typing.get_args(bare)
    if all(key.isdigit() for key in node):
        items = [node[str(i)] for i in range(len(node))]
        of = [inner[min(i, len(inner) - 1)] if inner else None for i in range(len(items))]
        made = [_assemble(item, kind) for item, kind in zip(items, of)]
        return made if typing.get_origin(bare) is list or bare is list else tuple(made)
    return {key: _assemble(item, inner[1] if len(inner) == 2 else None)
            for key, item in node.items()}


def _without_optional(annotation):
    if typing.get_origin(annotation) is typing.Union:
        rest = [kind for kind in typing.get_args(annotation) if kind is not type(None)]
        return rest[0] if len(rest) == 1 else annotation
    return annotation


class Plan:
    """The inputs of one export and the calls that it is tried with."""

    def __init__(self, signature, declared: list[str], fixed: list[str], model_inputs: list[dict],
                 given: list[str]):
        self.signature = signature
        self.fixed = {path: ast.literal_eval(value) for path, _, value in
                      (text.partition("=") for text in fixed)}
        self.inputs = [Input(i["name"], getattr(torch, i["dtype"]), i["shape"])
                       for i in model_inputs]
        self._check_declared(declared)
        self.overrides: dict = {}
        for text in given:
            self.overrides.update(keywords(text))
        torch.manual_seed(1)

    def _check_declared(self, declared: list[str]) -> None:
        """What `--input` says must stand in the model as it was said."""
        by_path = {item.path: item for item in self.inputs}
        for text in declared:
            spec = _SPEC.match(text)
            if not spec or spec["path"] not in by_path:
                raise ValueError(f"declared input `{text}` is not an input of the model")
            item = by_path[spec["path"]]
            if spec["dtype"] and getattr(torch, spec["dtype"]) != item.dtype:
                raise ValueError(f"declared `{text}`, exported as {item.dtype}")
            if spec["dims"] is None:
                continue
            dims = [dim.strip() for dim in spec["dims"].split(",") if dim.strip()]
            same = item.dims is not None and len(dims) == len(item.dims) and all(
                said == "?" or said == str(got) for said, got in zip(dims, item.dims))
            if not same:
                raise ValueError(f"declared `{text}`, exported with shape {item.dims}")

    def calls(self, texts: list[str], rounds: int = 3):
        if texts:
            for number, text in enumerate(texts):
                yield self._call(text, keywords(text), number)
        else:
            open_sizes = any(item.symbols() for item in self.inputs)
            for number in range(rounds if open_sizes else min(rounds, 2)):
                yield self._call("default", {}, number)

    def _call(self, text: str, said: dict, number: int) -> Call:
        said = {**self.overrides, **said}
        unknown = [name for name in said if not self._is_known(name)]
        if unknown:
            raise ValueError(f"no input, parameter or symbol named {', '.join(unknown)}")
        tensors = {item.path: self._value(item, said[item.path]) for item in self.inputs
                   if item.path in said and not isinstance(said[item.path], Draw)}
        sizes = self._sizes(said, tensors, number)
        for item in self.inputs:
            if item.path not in tensors:
                tensors[item.path] = item.draw(said.get(item.path), sizes)
        ordered = {item.path: tensors[item.path] for item in self.inputs}
        shown = ", ".join(f"{name}={size}" for name, size in sizes.items())
        return Call(f"{text} ({shown})" if shown else text, self.signature, ordered, self.fixed)

    def _is_known(self, name: str) -> bool:
        return any(name == item.path or name in item.symbols() for item in self.inputs)

    @staticmethod
    def _value(item: Input, value) -> torch.Tensor:
        return value if isinstance(value, torch.Tensor) else torch.tensor(value, dtype=item.dtype)

    def _sizes(self, said: dict, tensors: dict, number: int) -> dict[str, int]:
        """Symbols: from explicit values, from the directives, then the defaults."""
        sizes: dict[str, int] = {}
        for item in self.inputs:
            if item.path in tensors:
                for dim, size in zip(item.dims or [], tensors[item.path].shape):
                    if isinstance(dim, str) and _names(dim) == [dim]:
                        sizes.setdefault(dim, size)
        row = itertools.cycle(_SIZES[number % len(_SIZES)])
        for item in self.inputs:
            for name in item.symbols():
                if name not in sizes:
                    default = next(row)
                    chosen = said.get(name, default)
                    if isinstance(chosen, (tuple, list)):
                        chosen = chosen[number % len(chosen)]
                    sizes[name] = chosen
        return sizes

