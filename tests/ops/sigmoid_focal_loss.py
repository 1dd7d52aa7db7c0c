from torch import nn
from torchvision.ops import sigmoid_focal_loss


class Loss(nn.Module):
    def __init__(self, *options):
        super().__init__()
        self.options = options

    def forward(self, x, target):
        return sigmoid_focal_loss(x, target, *self.options)


#~ with target=uniform(0, 1)
#> --class Loss --input 'x:float32[N,4]' --input 'target:float32[N,4]' -I $PACKAGES
#> --class 'Loss(-1, 1.5, "mean")' --input 'x:float32[N,4]' --input 'target:float32[N,4]' -I $PACKAGES
#> --class 'Loss(0.6, 2, "sum")' --input 'x:float32[N]' --input 'target:float32[N]' -I $PACKAGES
