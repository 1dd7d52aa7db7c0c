import torch
from torch import nn

if hasattr(torch, "library"):  # transformers registers it where it is imported
    _LIBRARY = torch.library.Library("transformers", "DEF")
    _LIBRARY.define("grouped_mm_fallback(Tensor input, Tensor weight, Tensor offs) -> Tensor")

    def _compute(input, weight, offs):
        output = torch.zeros(input.size(0), weight.size(2), dtype=input.dtype)
        start = 0
        for i, end in enumerate(offs.tolist()):
            output[start:end] = input[start:end] @ weight[i]
            start = end
        return output

    _LIBRARY.impl("grouped_mm_fallback", _compute, "CPU")


class Grouped(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(3, 4, 5))

    def forward(self, x, offs):
        return torch.ops.transformers.grouped_mm_fallback(x, self.weight, offs)


class Vector(nn.Module):
    def forward(self, x):
        return torch.ops.transformers.grouped_mm_fallback(x, x, x)


#> --class Grouped --input 'x:float32[N,4]' --input 'offs:int32[3]' --emit ssa
#~ call x=ramp(6, 4), offs=tensor([2, 2, 6], dtype=torch.int32)
#~ call x=ramp(1, 4), offs=tensor([0, 0, 1], dtype=torch.int32)
#~ call x=ramp(7, 4), offs=tensor([1, 4, 5], dtype=torch.int32)
#| graph(x: f32[N,4], offs: i32[3]) -> (output_0: f32[N,5]) {
#|   initializer %weight: f32[3,4,5] = splat(0.0)
#|   %0: i64[1] = Shape(%x) {end = 1}
#|   %1: i64[] = Squeeze(%0, [0])
#|   %2: i64[N] = Range(0, %1, 1)
#|   %3: i64[N,1] = Unsqueeze(%2, [1])
#|   %4: i64[3] = Cast(%offs) {to = 7}
#|   %5: i64[1,3] = Unsqueeze(%4, [0])
#|   %6: bool[N,3] = LessOrEqual(%5, %3)
#|   %7: i64[N,3] = Cast(%6) {to = 7}
#|   %8: i64[N] = ReduceSum(%7, [1]) {keepdims = 0}
#|   %9: bool[N] = Less(%8, 3)
#|   %10: i64[N] = Min(%8, 2)
#|   %11: f32[N,4,5] = Gather(%weight, %10)
#|   %12: f32[N,1,4] = Unsqueeze(%x, [1])
#|   %13: f32[N,1,5] = MatMul(%12, %11)
#|   %14: f32[N,5] = Squeeze(%13, [1])
#|   %15: bool[N,1] = Unsqueeze(%9, [1])
#|   %16: f32[N,5] = Where(%15, %14, 0.0: f32[])
#|   return %16
#| }

#> --class Vector --input 'x:float32[3]'
#= 1
#! grouped_mm_fallback.py:30:16: error[NN401]: `forward` raises `RuntimeError: grouped_mm of 1, 1 and 1 dimensions`
#!             return torch.ops.transformers.grouped_mm_fallback(x, x, x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
