import torch
from torch import nn
from torchvision.ops import box_area, box_iou, complete_box_iou, distance_box_iou, generalized_box_iou


class Overlaps(nn.Module):
    def forward(self, a, b):
        a, b = [torch.cat([x[:, :2], x[:, :2] + x[:, 2:]], 1) for x in (a, b)]
        return (box_area(a), box_iou(a, b), generalized_box_iou(a, b), distance_box_iou(a, b),
                complete_box_iou(a, b, eps=1e-6))


class Areas(nn.Module):
    def forward(self, a, b):
        return box_area(a), box_iou(a, b), generalized_box_iou(a, b), distance_box_iou(a, b)


class Corners(nn.Module):
    """Integers are computed with as such, halves as floats."""

    def forward(self, a, b):
        return box_area(a), box_iou(a, b)


#~ with a=uniform(0.5, 9), b=uniform(0.5, 9)
#> --class Overlaps --input 'a:float32[N,4]' --input 'b:float32[M,4]' -I $PACKAGES
#~ call N=1, M=1
#~ call N=5, M=3
#~ call N=0, M=2
#> --class Areas --input 'a:float64[N,4]' --input 'b:float64[M,4]' -I $PACKAGES
#> --class Corners --input 'a:int64[N,4]' --input 'b:int64[M,4]' -I $PACKAGES
#~ with a=tensor([[0, 1, 4, 5], [2, 2, 3, 7]]), b=tensor([[1, 1, 5, 4]])
#~ sizes boxes are given
#> --class Corners --input 'a:float16[N,4]' --input 'b:float16[M,4]' -I $PACKAGES
#~ with a=tensor([[0, 1, 4, 5], [2, 2, 3, 7]], dtype=torch.float16), b=tensor([[1, 1, 5, 4]], dtype=torch.float16)
#~ sizes boxes are given
