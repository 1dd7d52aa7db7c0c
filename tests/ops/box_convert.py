from torch import nn
from torchvision.ops import box_convert, clip_boxes_to_image


class Convert(nn.Module):
    def __init__(self, before, after):
        super().__init__()
        self.formats = before, after

    def forward(self, boxes):
        return box_convert(boxes, *self.formats)


class Clip(nn.Module):
    def forward(self, boxes, image):
        return clip_boxes_to_image(boxes, (7, 5)), clip_boxes_to_image(boxes, image.shape[-2:])


#~ with boxes=uniform(-3, 12)
#> --class 'Convert("xyxy", "xywh")' --input 'boxes:float32[N,4]' -I $PACKAGES
#> --class 'Convert("xyxy", "cxcywh")' --input 'boxes:float32[N,4]' -I $PACKAGES
#> --class 'Convert("xywh", "xyxy")' --input 'boxes:float64[N,4]' -I $PACKAGES
#> --class 'Convert("xywh", "cxcywh")' --input 'boxes:float32[N,4]' -I $PACKAGES
#> --class 'Convert("cxcywh", "xyxy")' --input 'boxes:float32[N,4]' -I $PACKAGES
#> --class 'Convert("cxcywh", "xywh")' --input 'boxes:float32[N,4]' -I $PACKAGES
#> --class 'Convert("xywh", "xywh")' --input 'boxes:int64[N,4]' -I $PACKAGES
#> --class 'Convert("xyxy", "xyzw")' --input 'boxes:float32[N,4]' -I $PACKAGES
#= 1
#! $PACKAGES/torchvision/ops/boxes.py:193:9: error[NN202]: `forward` raises `ValueError: Unsupported Bounding Box Conversions for given in_fmt and out_fmt`
#!             raise ValueError("Unsupported Bounding Box Conversions for given in_fmt and out_fmt")
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   called from box_convert.py:11:16 in `Convert.forward`
#> --class Clip --input 'boxes:float32[N,4]' --input 'image:float32[3,H,W]' -I $PACKAGES
#> --class Clip --input 'boxes:float32[N,3,4]' --input 'image:float32[3,8,9]' -I $PACKAGES
