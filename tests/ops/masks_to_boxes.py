import torch
from torch import nn
from torchvision.ops import masks_to_boxes


class Boxes(nn.Module):
    def forward(self, x):
        return masks_to_boxes(x)


class Corner(nn.Module):
    """No mask is empty, else it has no first pixel."""

    def forward(self, x):
        corner = torch.zeros_like(x)
        corner[:, 2, 1] = True
        return masks_to_boxes(x | corner)


#> --class Corner --input 'x:bool[3,H,W]' -I $PACKAGES
#~ with H=(3, 5, 8), W=(2, 7, 4)
#~ sizes the corner must be there
#~ untaken 1 the corner must be there
#> --class Corner --input 'x:bool[N,6,7]' -I $PACKAGES
#~ call N=0
#~ call N=1
#~ call N=4
#~ untaken 1 where there are no masks there is no loop
#> --class Boxes --input 'x:float32[2,3,4]' -I $PACKAGES
