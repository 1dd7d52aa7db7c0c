import torch
from torch import nn
from torchvision.ops import MultiScaleRoIAlign


class Pooled(nn.Module):
    """Boxes of two images, each from the level that its size asks for."""

    def __init__(self, *names):
        super().__init__()
        self.pool = MultiScaleRoIAlign(list(names), (2, 3), 2, canonical_scale=40,
                                       canonical_level=3)

    def forward(self, fine, coarse, first, second):
        x = {'fine': fine, 'unused': fine + 1, 'coarse': coarse}
        boxes = [torch.cat([b[:, :2], b[:, :2] + b[:, 2:].abs()], 1) for b in (first, second)]
        return self.pool(x, boxes, [(64, 80), (60, 72)])


class Open(nn.Module):
    """How many pixels of the image one of a map is, is known when the model runs."""

    def __init__(self):
        super().__init__()
        self.pool = MultiScaleRoIAlign(['fine', 'coarse'], 2, 0)

    def forward(self, image, fine, coarse, boxes):
        boxes = torch.cat([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], 1)
        return self.pool({'fine': fine, 'coarse': coarse}, [boxes], [image.shape[-2:]])


#~ with first=uniform(0, 64), second=uniform(0, 30)
#> --class 'Pooled("fine", "coarse")' --input 'fine:float32[2,3,8,10]' --input 'coarse:float32[2,3,4,5]' \
#>   --input 'first:float32[K,4]' --input 'second:float32[L,4]' -I $PACKAGES
#~ call K=1, L=1
#~ call K=5, L=9
#~ call K=0, L=0
#! MultiScaleRoIAlign.py:14:9: warning[NN505]: the graph is exact under the assumption that `pool.scales` is as the constructor left it: `forward` changes it, and a file keeps nothing between runs
#!         def forward(self, fine, coarse, first, second):
#!             ^~~~~~~
#!
#> --class 'Pooled("coarse")' --input 'fine:float32[2,3,8,10]' --input 'coarse:float32[2,3,4,5]' \
#>   --input 'first:float32[K,4]' --input 'second:float32[2,4]' -I $PACKAGES
#! MultiScaleRoIAlign.py:14:9: warning[NN505]: the graph is exact under the assumption that `pool.scales` is as the constructor left it: `forward` changes it, and a file keeps nothing between runs
#!         def forward(self, fine, coarse, first, second):
#!             ^~~~~~~
#!
#> --class Open --input 'image:float32[3,H,W]' --input 'fine:float32[1,3,h,w]' --input 'coarse:float32[1,3,u,v]' \
#>   --input 'boxes:float32[K,4]' -I $PACKAGES
#~ with boxes=uniform(0, 40)
#~ call H=64, W=80, h=8, w=10, u=4, v=5, K=6
#~ call H=32, W=64, h=4, w=8, u=2, v=4, K=1
#~ sizes maps are smaller than the image
#! MultiScaleRoIAlign.py:27:9: warning[NN505]: the graph is exact under the assumption that `pool.scales` is as the constructor left it: `forward` changes it, and a file keeps nothing between runs
#!         def forward(self, image, fine, coarse, boxes):
#!             ^~~~~~~
#!
