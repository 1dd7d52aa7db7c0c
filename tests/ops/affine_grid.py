import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, align_corners=None):
        super().__init__()
        self.align_corners = align_corners

    def forward(self, theta):
        size = torch.Size([theta.size(0), 1, 1, 2])
        return (F.affine_grid(theta, (theta.size(0), 3, 4, 5), self.align_corners),
                F.affine_grid(theta, size=size, align_corners=self.align_corners))


class Sampled(nn.Module):
    def forward(self, x, theta):
        grid = F.affine_grid(theta, x.size(), align_corners=False)
        return F.grid_sample(x, grid, align_corners=False)


class Corners(nn.Module):
    def forward(self, x, theta):
        return F.affine_grid(theta, x.size(), align_corners=True)


class Solid(nn.Module):
    def forward(self, theta):
        return F.affine_grid(theta, (2, 1, 2, 3, 4), align_corners=True)


#> --class Spellings --input 'theta:float32[N,2,3]'
#> --class 'Spellings(True)' --input 'theta:float64[N,2,3]'
#> --class Sampled --input 'x:float32[N,2,H,W]' --input 'theta:float32[N,2,3]'
#> --class Corners --input 'x:float32[N,2,H,W]' --input 'theta:float32[N,2,3]'
#> --class Solid --input 'theta:float32[2,3,4]'
