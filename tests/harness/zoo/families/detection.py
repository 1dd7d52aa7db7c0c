"""torchvision's detectors, on a list of one image: of any size, and of a fixed one.

Few candidates are kept and their scores spread, so that rounding neither changes their order nor
takes one over a threshold: where it did, another box would come out.
"""
import inspect

import torchvision.models.detection as detection

from harness.zoo import builders
from harness.zoo.entry import Entry, inputs

_SMALL = "min_size=96, max_size=160, "
_FEW_RCNN = ("rpn_pre_nms_top_n_test=60, rpn_post_nms_top_n_test=20, box_score_thresh=0.05, "
             "box_detections_per_img=8")
_FEW = "topk_candidates=30, detections_per_img=8, score_thresh=0.05"

# Mean and deviation of what the last layers give: boxes near their anchors, scores far apart.
_HEADS_RCNN = {r"rpn.*bbox_pred": (0, 0.2), r"rpn.*cls_logits": (0, 2),
               r"roi_heads.*bbox_pred": (0, 1), r"cls_score": (0, 2)}
_HEADS = {r"regression_head.*(bbox_reg|module_list\.\d(\.1)?)$": (0, 0.3),
          r"classification_head.*(cls_logits|module_list\.\d(\.1)?)$": (-2, 1.5)}

# Residual branches that hardly count: a deep random backbone amplifies rounding otherwise.
_CALM = ("[weight.data.fill_(0.1) for name, weight in model.named_parameters() "
         "if name.endswith('bn3.weight')]")


def entries() -> list[Entry]:
    found = []
    for module in vars(detection).values():
        if inspect.ismodule(module) and module.__name__.startswith(detection.__name__ + "."):
            for builder in builders.with_weights(module):
                found += [_entry(builder, module, builder, "H,W"),
                          _entry(f"{builder}.fixed", module, builder, "96,128")]
    return found


def _entry(name: str, module, builder: str, size: str) -> Entry:
    few = _FEW_RCNN if "rcnn" in builder else _FEW
    small = "" if builder.startswith("ssd") else _SMALL  # which have a size of their own
    given = ["H=(96, 128), W=(128, 96)"] if "H" in size else []
    return Entry(name, module.__name__, f"{builder}(weights_backbone=None, {small}{few})",
                 inputs(f"images.0:float32[3,{size}]"), given=given,
                 calibrate=[2, 3, 96, 128], init=_CALM,
                 heads=_HEADS_RCNN if "rcnn" in builder else _HEADS)
