"""Every builder of pytorchcv's table of models."""
import pathlib

import torch
import torchvision
from pytorchcv import model_provider

from harness.zoo.entry import Entry, image, inputs

# Models for larger images are compared on one of so many rows, where they can be made for it.
_ROWS = 128
# Inputs of the models that do not take one image.
_OTHERS = {
    "voca": ["x:float32[N,1,16,29]", "pid:int64[N]"],
    "nvpattexp": ["x:float32[N,8,16,29]", "pid:int64[N]"],
    "visemenet": ["x:float32[N,8,195]", "pid:int64[N,76]"],
    "superpointnet": ["x:float32[1,1,48,64]"],  # of few points
    "raft": ["image1:float32[N,3,128,128]", "image2:float32[N,3,128,128]"],
    "propainter": ["masked_frames:float32[1,4,3,120,216]", "masks_updated:float32[1,4,1,120,216]",
                   "masks_in:float32[1,4,1,120,216]", "completed_flows:float32[1,2,4,120,216]"],
    "propainter_ip": ["frames:float32[5,3,64,96]", "masks:float32[5,1,64,96]",
                      "comp_flows:float32[4,4,64,96]"],
    "propainter_rfc": ["masked_flows:float32[N,5,2,64,96]", "masks:float32[N,5,1,64,96]"],
}
_SET = {"propainter": ["--set", "num_local_frames=3"]}
# What they find comes in the order of its scores: of few things, rounding hardly changes it.
_RANKED = {"centernet": "topk=5"}
# It joins windows of 64 frames, before which it puts 32.
_GIVEN = {"visemenet": ["N=(33, 40)"]}
# Deformable convolutions are torchvision's, which is no package of the zoo.
_INCLUDE = ["-I", str(pathlib.Path(torchvision.__file__).parents[1])]
# From spectrograms: computing those needs a library of their own.
_SPEECH = ("jasper", "jasperdr", "quartznet")
# It draws the mask of each of its many thousand channels.
_LONG = ("xdensenet161_2",)


def entries() -> list[Entry]:
    return [_entry(name, builder) for name, builder in sorted(model_provider._models.items())]


def _entry(name: str, builder) -> Entry:
    part = builder.__module__.rsplit(".", 1)[-1]
    if part in _OTHERS:
        options = [*_INCLUDE, *inputs(*_OTHERS[part]), *_SET.get(part, [])]
        return Entry(name, builder.__module__, name, options, given=_GIVEN.get(part, []))
    if part in _SPEECH:
        return Entry(name, builder.__module__, f"{name}(from_audio=False)",
                     inputs("x:float32[N,64,96]", "x_len:int64[N]"), given=["x_len=integers(40, 97)"])
    channels = 1 if part == "pfpcnet" else 3
    size = _size(builder)
    arguments, more = [], ["--max-steps", "100000000"] if name in _LONG else []
    smaller = _ROWS, _ROWS * size[1] // size[0]
    if size[0] > 2 * _ROWS and _takes(builder, channels, smaller):
        size = smaller
        arguments.append(f"in_size={size}")
    if part in _RANKED:
        arguments.append(_RANKED[part])
    call = f"{name}({', '.join(arguments)})" if arguments else name
    return Entry(name, builder.__module__, call,
                 [*more, *image(size, channels=channels)], calibrate=[2, channels, *size])


def _size(builder) -> tuple[int, int]:
    """What the model says of itself; built without memory for its weights."""
    try:
        with torch.device("meta"):
            return tuple(builder().in_size)
    except Exception:  # it cannot be built, which the comparison will say
        return 224, 224


def _takes(builder, channels: int, size: tuple[int, int]) -> bool:
    """Whether the model can be made for images of this size, and runs on them."""
    try:
        with torch.device("meta"), torch.no_grad():
            model = builder(in_size=size).eval()
            return tuple(model.in_size) == size and model(torch.empty(2, channels, *size)) is not None
    except Exception:
        return False
