"""Weights that make a comparison mean something, and checkpoints in every form people save them.

PyTorch's initialisation leaves BatchNorm statistics at 0 and 1, biases at 0, a ViT's head at 0 and
ConvNeXt's layer scale at 1e-6: a graph that drops them would still look right. So constant fills
are perturbed, and for deep models activations are kept near unit scale.
"""
from __future__ import annotations

import contextlib
import json
import math
import pathlib
import re
import struct

import torch
from torch import nn

_BATCH_NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.SyncBatchNorm)
_LINEAR = (nn.Conv1d, nn.Conv2d, nn.Conv3d, nn.Linear, nn.ConvTranspose1d, nn.ConvTranspose2d,
           nn.ConvTranspose3d)

# Numbers of a pool of random ones, and of a tensor that is drawn without it.
_POOL, _FEW = 400_009, 10_000

# With fewer places the mean and deviation of one channel say little: those of all stand for it.
_TELLING_PLACES = 32


@contextlib.contextmanager
def quick_draws():
    """Inside, what initialisation draws for large tensors comes from a pool of random numbers.

    Drawing a hundred million takes longer than all else of a comparison. From a new place of the
    pool for each run of as many numbers as it has, so that no two tensors are alike.
    """
    pools = {"uniform_": torch.rand(_POOL), "normal_": torch.randn(_POOL),
             # `trunc_normal_` takes it of uniform numbers.
             "erfinv_": torch.randn(_POOL).clamp(-2, 2) * 0.5 ** 0.5}
    scales = {"uniform_": lambda low=0.0, high=1.0: (high - low, low),
              "normal_": lambda mean=0.0, std=1.0: (std, mean),
              "erfinv_": lambda: (1.0, 0.0)}

    def quick(name):
        plain, pool, scale = getattr(torch.Tensor, name), pools[name], scales[name]

        def fill(self, *args, **options):
            if self.numel() < _FEW or not self.is_contiguous() or self.is_meta or \
                    self.dtype != torch.float32 or options.get("generator"):
                return plain(self, *args, **options)
            options.pop("generator", None)
            factor, shift = scale(*args, **options)
            for run in self.detach().view(-1).split(_POOL // 2):
                start = int(torch.randint(_POOL // 2, ()))
                torch.mul(pool[start:start + len(run)], factor, out=run).add_(shift)
            return self
        return plain, fill

    replaced = {name: quick(name) for name in pools}
    try:
        for name, (_, fill) in replaced.items():
            setattr(torch.Tensor, name, fill)
        yield
    finally:
        for name, (plain, _) in replaced.items():
            setattr(torch.Tensor, name, plain)


@torch.no_grad()
def perturb(model: nn.Module) -> None:
    """Randomises every floating tensor of the state_dict that holds one value throughout."""
    parameters = {name for name, _ in model.named_parameters()}
    for name, tensor in model.state_dict().items():
        if not tensor.is_floating_point() or tensor.numel() == 0:
            continue
        low, high = (float(bound) for bound in tensor.aminmax())
        if name.endswith("running_var"):
            tensor.copy_(torch.rand(tensor.shape) + 0.5)
        elif name in parameters and not (-1e6 < low and high < 1e6):
            tensor.copy_(torch.randn(tensor.shape) * 0.1)  # of `torch.empty`, never filled
        elif low == high and math.isfinite(low):
            # A scale keeps its sign; a shift or a tiny scale becomes visible.
            tensor.copy_(tensor * (torch.rand(tensor.shape) * 0.8 + 0.6)
                         + torch.randn(tensor.shape) * 0.1)


@torch.no_grad()
def calibrate(model: nn.Module, shape: list[int], heads: dict | None = None) -> None:
    """One pass that scales each layer's weight for unit output and sets BatchNorm statistics.

    heads: patterns of names; each channel that these layers give gets this mean and deviation.
    """
    hooks = []
    done = set()
    targets = {id(module): target for name, module in model.named_modules()
               for pattern, target in (heads or {}).items() if re.search(pattern, name)}

    def scale(module, inputs, output):
        # Some subclasses give several tensors.
        if id(module) in done or not isinstance(output, torch.Tensor):
            return None
        done.add(id(module))
        if id(module) in targets:
            return _standardise(module, output, *targets[id(module)])
        # Gates on pooled features: what little varies there must not be blown up.
        if output.dim() > 3 and output[0, 0].numel() == 1:
            return None
        trailing = 0 if isinstance(module, nn.Linear) else output.dim() - 2
        bias = 0 if module.bias is None else module.bias.reshape([-1] + [1] * trailing)
        plain = output - bias
        factor = 1 / plain.std().clamp(min=1e-12)
        module.weight.mul_(factor)
        return plain * factor + bias

    def take_statistics(norm, inputs):
        # At once, so that the layers behind are calibrated on what evaluation gives them.
        values = inputs[0]
        # Those of two pooled features are none: they would amplify the gates behind.
        pooled = values.dim() > 3 and values[0, 0].numel() == 1
        if pooled or id(norm) in done or norm.running_mean is None:
            return
        done.add(id(norm))
        channels = values.transpose(0, 1).flatten(1)
        variance = channels.var(dim=1)
        # A channel that the example hardly woke would amplify what others do to it.
        variance.clamp_(min=0.1 * float(variance.mean()))
        # Not quite the batch's own statistics, so that nothing cancels.
        spread = variance.sqrt()
        norm.running_mean.copy_(channels.mean(dim=1) + torch.randn(spread.shape) * 0.1 * spread)
        norm.running_var.copy_(variance * (torch.rand(spread.shape) * 0.6 + 0.7))

    for module in model.modules():
        if isinstance(module, _LINEAR):
            hooks.append(module.register_forward_hook(scale))
        elif isinstance(module, _BATCH_NORMS):
            hooks.append(module.register_forward_pre_hook(take_statistics))
    model(torch.randn(shape))
    for hook in hooks:
        hook.remove()


def _standardise(module: nn.Module, output: torch.Tensor, mean: float, deviation: float):
    """Changes weight and bias, and gives what the layer would have given."""
    def along(values):
        return values.reshape([-1] + [1] * (output.dim() - 2))

    channels = output.transpose(0, 1).flatten(1)
    if channels.shape[1] < _TELLING_PLACES:
        channels = channels.flatten().expand(len(channels), -1)
    factor = deviation / channels.std(dim=1).clamp(min=1e-6)
    shift = mean - channels.mean(dim=1) * factor
    module.weight.mul_(factor.reshape([-1] + [1] * (module.weight.dim() - 1)))
    module.bias.mul_(factor).add_(shift)
    return output * along(factor) + along(shift)


class Legacy:
    """A checkpoint in the tar-less format from before PyTorch 1.6."""

    def __init__(self, value):
        self.value = value


class Safetensors:
    def __init__(self, tensors: dict):
        self.tensors = tensors


class Bytes:
    """A file with exactly these bytes."""

    def __init__(self, data: bytes):
        self.data = data


CHECKPOINT_HELPERS = {"Legacy": Legacy, "Safetensors": Safetensors, "Bytes": Bytes, "nn": nn}

_SAFETENSORS_DTYPES = {
    torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16",
    torch.int64: "I64", torch.int32: "I32", torch.int16: "I16", torch.int8: "I8",
    torch.uint8: "U8", torch.bool: "BOOL",
}


def _safetensors(tensors: dict) -> bytes:
    """The format in full: a little-endian length, a JSON header, the bytes."""
    header, blobs, offset = {"__metadata__": {"format": "pt"}}, [], 0
    for name, tensor in tensors.items():
        blob = bytes(tensor.detach().contiguous().flatten().view(torch.uint8).numpy()) \
            if tensor.dtype != torch.bool and tensor.numel() else bytes(
                tensor.detach().to(torch.uint8).flatten().numpy())
        header[name] = {"dtype": _SAFETENSORS_DTYPES[tensor.dtype], "shape": list(tensor.shape),
                        "data_offsets": [offset, offset + len(blob)]}
        blobs.append(blob)
        offset += len(blob)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + b"".join(blobs)


def write_checkpoint(value, path: str) -> str:
    """Saves as the wrapper classes above say, plainly otherwise; returns where."""
    if isinstance(value, Safetensors):
        path = str(pathlib.Path(path).with_suffix(".safetensors"))
        pathlib.Path(path).write_bytes(_safetensors(value.tensors))
    elif isinstance(value, Bytes):
        pathlib.Path(path).write_bytes(value.data)
    elif isinstance(value, Legacy):
        torch.save(value.value, path, _use_new_zipfile_serialization=False)
    else:
        torch.save(value, path)
    return path
