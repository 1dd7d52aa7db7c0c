"""torchvision's detectors, on a list of one image of any size.

Random weights give scores that lie close together: where rounding changes their order or takes one
over a threshold, another box comes out, and the comparison calls that wrong.
"""
import inspect

import torchvision.models.detection as detection

from harness.zoo import builders
from harness.zoo.entry import Entry, inputs


def entries() -> list[Entry]:
    return [_entry(module, builder) for module in vars(detection).values()
            if inspect.ismodule(module) and module.__name__.startswith(detection.__name__ + ".")
            for builder in builders.with_weights(module)]


def _entry(module, builder: str) -> Entry:
    threshold = "box_score_thresh" if "rcnn" in builder else "score_thresh"
    return Entry(builder, module.__name__, f"{builder}(weights_backbone=None, {threshold}=0.02)",
                 inputs("images.0:float32[3,H,W]"), given=["H=(96, 128), W=(128, 96)"],
                 tolerance=2e-3)
