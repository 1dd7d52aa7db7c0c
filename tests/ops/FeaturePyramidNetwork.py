from torch import nn
from torchvision.ops import FeaturePyramidNetwork
from torchvision.ops.feature_pyramid_network import LastLevelMaxPool, LastLevelP6P7


class Pyramid(nn.Module):
    def __init__(self, extra=None):
        super().__init__()
        self.pyramid = FeaturePyramidNetwork([2, 4, 3], 5, extra)

    def forward(self, fine, middle, coarse):
        return self.pyramid({'fine': fine, 'middle': middle, 'coarse': coarse})


#> --class Pyramid --input 'fine:float32[N,2,12,H]' --input 'middle:float32[N,4,6,W]' --input 'coarse:float32[N,3,3,4]' -I $PACKAGES
#> --class 'Pyramid(LastLevelMaxPool())' --input 'fine:float32[N,2,12,16]' --input 'middle:float32[N,4,6,8]' --input 'coarse:float32[N,3,3,4]' -I $PACKAGES
#> --class 'Pyramid(LastLevelP6P7(3, 5))' --input 'fine:float32[N,2,12,16]' --input 'middle:float32[N,4,6,8]' --input 'coarse:float32[N,3,3,4]' -I $PACKAGES
