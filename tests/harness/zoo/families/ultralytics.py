"""The smallest YOLO of every generation and task, and RT-DETR."""
from harness.zoo.entry import Entry, image

_DETECTORS = ("yolov3-tiny", "yolov5n", "yolov5n6", "yolov6n", "yolov8n", "yolov8n-p2", "yolov8n-p6",
              "yolov8n-ghost", "yolov9t", "yolov9c", "yolov10n", "yolov10s", "yolo11n", "yolo12n",
              "yolo26n")
_OTHERS = {"SegmentationModel": ("yolov8n-seg", "yolo11n-seg", "yolov9c-seg"),
           "PoseModel": ("yolov8n-pose", "yolo11n-pose"),
           "OBBModel": ("yolov8n-obb", "yolo11n-obb"),
           "ClassificationModel": ("yolov8n-cls", "yolo11n-cls"),
           "RTDETRDetectionModel": ("rtdetr-l", "yolov8-rtdetr")}


def _entry(cls: str, name: str) -> Entry:
    return Entry(name, "ultralytics.nn.tasks", f"{cls}('{name}.yaml', verbose=False)",
                 image((128, 128)))


def entries() -> list[Entry]:
    return [*(_entry("DetectionModel", name) for name in _DETECTORS),
            *(_entry(cls, name) for cls, names in _OTHERS.items() for name in names)]
