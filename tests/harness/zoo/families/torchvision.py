"""Every builder of torchvision.models that takes a batch: classification, segmentation, video, flow."""
import importlib
import inspect

import torchvision.models

from harness.zoo import builders
from harness.zoo.entry import Entry, image, inputs

# Sizes that a builder insists on; all else takes 64 x 64.
_SIZES = {"inception_v3": 96, "maxvit_t": 224, "vit_b_16": 224, "vit_b_32": 224, "vit_l_16": 224,
          "vit_l_32": 224, "vit_h_14": 224, "alexnet": 96, "squeezenet1_0": 96}


def entries() -> list[Entry]:
    found = []
    for name in sorted(set(vars(torchvision.models))):
        module = getattr(torchvision.models, name)
        if inspect.ismodule(module) and not name.startswith("_"):
            found += [_classifier(module, builder) for builder in builders.with_weights(module)]
    for name, make in (("segmentation", _segmentation), ("video", _video),
                       ("optical_flow", _flow), ("quantization", _classifier)):
        package = importlib.import_module(f"torchvision.models.{name}")
        for module in vars(package).values():
            if inspect.ismodule(module) and module.__name__.startswith(package.__name__ + "."):
                found += [make(module, builder) for builder in builders.with_weights(module)]
    return found


def _classifier(module, builder: str) -> Entry:
    # Small images leave EfficientNet's last stages so few pixels that random weights run away.
    size = _SIZES.get(builder, 224 if builder.startswith("efficientnet") else 64)
    quantized = ".quantization." in module.__name__
    return Entry(f"quantization.{builder}" if quantized else builder, module.__name__, builder,
                 image((size, size)), calibrate=[2, 3, size, size])


def _segmentation(module, builder: str) -> Entry:
    parameter = "input" if builder.startswith("lraspp") else "x"
    call = f"{builder}(weights_backbone=None)"
    return Entry(builder, module.__name__, call, image((64, 64), parameter),
                 calibrate=[2, 3, 64, 64])


def _video(module, builder: str) -> Entry:
    large = builder.startswith(("mvit", "swin3d"))
    shape = [3, 16, 224, 224] if large else [3, 16, 64, 64]
    sizes = ",".join(map(str, shape))
    return Entry(builder, module.__name__, builder, inputs(f"x:float32[N,{sizes}]"),
                 calibrate=[1 if large else 2, *shape])


def _flow(module, builder: str) -> Entry:
    return Entry(builder, module.__name__, builder,
                 image((128, 128), "image1") + image((128, 128), "image2"), tolerance=1e-3)
