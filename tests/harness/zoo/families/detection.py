"""torchvision's detectors, on a list of one image: of any size, and of a fixed one.

Few candidates are kept and their scores spread, so that rounding neither changes their order nor
takes one over a threshold: where it did, another box would come out.
"""
import inspect

import torchvision.models.detection as detection

from harness.zoo import builders
from harness.zoo.entry import Entry, inputs

_FEW_RCNN = ("rpn_pre_nms_top_n_test=60, rpn_post_nms_top_n_test=20, box_score_thresh=0.05, "
             "box_detections_per_img=8")
_FEW = "topk_candidates=30, detections_per_img=5, score_thresh=0.05"

# Mean and deviation of what the last layers give: boxes near their anchors, scores far apart.
_HEADS_RCNN = {r"rpn.*bbox_pred": (0, 0.2), r"rpn.*cls_logits": (0, 2),
               r"roi_heads.*bbox_pred": (0, 1), r"cls_score": (0, 2)}
_HEADS = {r"regression_head.*(bbox_reg|module_list\.\d(\.1)?)$": (0, 0.3),
          r"classification_head.*(cls_logits|module_list\.\d(\.1)?)$": (-2, 1.2)}

# Residual branches that hardly count: a deep random backbone amplifies rounding otherwise.
_CALM = ("[weight.data.fill_(0.1) for name, weight in model.named_parameters() "
         "if name.endswith(('bn3.weight', 'block.2.1.weight', 'block.3.1.weight'))]")


def entries() -> list[Entry]:
    found = []
    for module in vars(detection).values():
        if inspect.ismodule(module) and module.__name__.startswith(detection.__name__ + "."):
            for builder in builders.with_weights(module):
                found += [_entry(builder, module, builder, symbolic=True),
                          _entry(f"{builder}.fixed", module, builder, symbolic=False)]
    return found


def _entry(name: str, module, builder: str, symbolic: bool) -> Entry:
    rcnn = "rcnn" in builder
    # The anchors of MobileNet's are so large that small images clip them all to one box.
    short, long = (288, 384) if rcnn and "mobilenet" in builder else (96, 128)
    options = _FEW_RCNN if rcnn else _FEW
    if not builder.startswith("ssd"):  # which have a size of their own
        options += f", min_size={short}, max_size={long + 32}"
    # The last maps of SSDlite are of few pixels, which only several images make a statistic of.
    images = 8 if builder.startswith("ssdlite") else 2
    size = "H,W" if symbolic else f"{short},{long}"
    return Entry(name, module.__name__, f"{builder}(weights_backbone=None, {options})",
                 inputs(f"images.0:float32[3,{size}]"),
                 given=[f"H=({short}, {long}), W=({long}, {short})"] if symbolic else [],
                 calibrate=[images, 3, short, long], init=_CALM,
                 heads=_HEADS_RCNN if rcnn else _HEADS)
