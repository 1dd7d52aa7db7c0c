import torch
from torch import nn


class Asks(nn.Module):
    def forward(self, x):
        if torch.onnx.is_in_onnx_export():
            return x + 1
        return torch.svd(x)


class AsksToo(nn.Module):
    def forward(self, x):
        if torch.jit.is_tracing():
            return torch.svd(x)
        return x + 1


#> --class Asks --input 'x:float32[3,4]'
#= 1
#! the_other_answer_would_lift_the_refusal.py:9:16: error[NN302]: `torch.svd`: matrix factorisations have no ONNX operator
#!             return torch.svd(x)
#!                    ^~~~~~~~~~~~
#!   note: the_other_answer_would_lift_the_refusal.py:7:12: the answer here is what eager PyTorch gives; with `--as-export` the model can be exported
#!             if torch.onnx.is_in_onnx_export():
#!                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Asks --input 'x:float32[3,4]' --as-export --emit ssa
#~ skip eager PyTorch answers otherwise
#| graph(x: f32[3,4]) -> (output_0: f32[3,4]) {
#|   %0: f32[3,4] = Add(%x, 1.0: f32[])
#|   return %0
#| }
#> --class AsksToo --input 'x:float32[3,4]' --as-export
#= 1
#! the_other_answer_would_lift_the_refusal.py:15:20: error[NN302]: `torch.svd`: matrix factorisations have no ONNX operator
#!                 return torch.svd(x)
#!                        ^~~~~~~~~~~~
#!   note: the_other_answer_would_lift_the_refusal.py:14:12: the answer here is an exporter's; without `--as-export` the model can be exported
#!             if torch.jit.is_tracing():
#!                ^~~~~~~~~~~~~~~~~~~~~~
#> --class AsksToo --input 'x:float32[3,4]'
