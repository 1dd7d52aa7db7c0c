import torch
from torch import nn


class Joined(nn.Module):
    """The list that `cat` makes of its tensors is as unknown as one of them."""

    def forward(self, x):
        unknown = torch.ops.vendor.fused(x, x)
        return torch.cat([x, unknown], dim=1)


#> --class Joined --input 'x:float32[N,3]' --emit onnx
#= 1
#! what_is_joined_after_a_refusal_is_refused_once.py:9:19: error[NN302]: `torch.ops._missing`: `torch.ops.vendor.fused` is an operator of an extension library
#!             unknown = torch.ops.vendor.fused(x, x)
#!                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
