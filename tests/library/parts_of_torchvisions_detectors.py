import torch
from torch import nn
from torchvision.models.detection.anchor_utils import AnchorGenerator, DefaultBoxGenerator
from torchvision.models.detection.image_list import ImageList
from torchvision.models.detection.roi_heads import heatmaps_to_keypoints, paste_masks_in_image
from torchvision.models.detection.transform import GeneralizedRCNNTransform
from torchvision.models.detection._utils import BoxCoder


def corners(boxes):
    return torch.cat([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], 1)


class Images(nn.Module):
    """Resized to a longest or shortest side, and batched with padding."""

    def __init__(self):
        super().__init__()
        self.transform = GeneralizedRCNNTransform(24, 40, [0.5, 0.4, 0.3], [0.2, 0.3, 0.4],
                                                  size_divisible=8)

    def forward(self, first, second):
        images, _ = self.transform([first, second])
        return images.tensors, images.image_sizes


class Anchors(nn.Module):
    def __init__(self):
        super().__init__()
        self.anchors = AnchorGenerator(((8, 16), (32,)), ((0.5, 1.0),) * 2)
        self.defaults = DefaultBoxGenerator([[2], [2, 3]])

    def forward(self, image, fine, coarse):
        images = ImageList(image, [tuple(image.shape[-2:])])
        return self.anchors(images, [fine, coarse]), self.defaults(images, [fine, coarse])


class Decoded(nn.Module):
    """Without boxes, the result has another rank."""

    def __init__(self):
        super().__init__()
        self.coder = BoxCoder((10.0, 10.0, 5.0, 5.0))

    def forward(self, codes, boxes):
        decoded = self.coder.decode(codes, [boxes])
        return decoded.reshape(-1, 4), self.coder.decode_single(codes, boxes)


class Masks(nn.Module):
    def forward(self, masks, boxes, image):
        return paste_masks_in_image(masks, corners(boxes), image.shape[-2:])


class Keypoints(nn.Module):
    def forward(self, maps, boxes):
        return heatmaps_to_keypoints(maps, corners(boxes))


#> --class Images --input 'first:float32[3,H,W]' --input 'second:float32[3,30,20]' -I $PACKAGES
#~ call H=12, W=40
#~ call H=25, W=17
#~ call H=1, W=1
#> --class Anchors --input 'image:float32[1,3,H,W]' --input 'fine:float32[1,4,h,w]' --input 'coarse:float32[1,4,3,2]' -I $PACKAGES
#~ call H=40, W=60, h=5, w=7
#~ call H=3, W=2, h=1, w=1
#~ sizes a map is no larger than the image
#! parts_of_torchvisions_detectors.py:33:9: warning[NN505]: the graph is exact under the assumption that `anchors.cell_anchors` is as the constructor left it: `forward` changes it, and a file keeps nothing between runs
#!         def forward(self, image, fine, coarse):
#!             ^~~~~~~
#!
#> --class Decoded --input 'codes:float32[N,12]' --input 'boxes:float32[N,4]' -I $PACKAGES
#~ with boxes=uniform(0, 20)
#~ call N=0
#~ call N=1
#~ call N=5
#> --class Masks --input 'masks:float32[N,1,7,7]' --input 'boxes:float32[N,4]' --input 'image:float32[3,H,W]' -I $PACKAGES
#~ with boxes=uniform(0, 20)
#~ call N=0, H=20, W=20
#~ call N=1, H=1, W=1, boxes=tensor([[-3., -2., 6., 9.]])
#~ call N=4, H=30, W=25
#> --class Keypoints --input 'maps:float32[N,3,8,8]' --input 'boxes:float32[N,4]' -I $PACKAGES
#~ with boxes=uniform(0, 20)
#~ call N=0
#~ call N=1
#~ call N=7
