import torch
from torch import nn


class Again(nn.Module):
    """A condition is known where a branch on it was taken; not yet where it follows from one."""

    def forward(self, x, y):
        positive = x.sum() > 0
        extra = y if positive else None
        if extra is not None:
            x = x + extra.exp()
        if positive and y.sum() > 0:
            x = x * 2
            if positive:
                x = x - 1
            if not (y.sum() > 0):
                x = x - 100
        return x


#> --class Again --input 'x:float32[N,3]' --input 'y:float32[N,3]' --emit ssa
#~ call x=ramp(2, 3), y=ramp(2, 3)
#~ call x=ramp(1, 3), y=-ramp(1, 3)
#~ call x=-ramp(1, 3), y=ramp(1, 3)
#~ untaken 2 the outer condition decides the inner ones
#| graph(x: f32[N,3], y: f32[N,3]) -> (output_0: f32[N,3]) {
#|   %0: f32[] = ReduceSum(%x) {keepdims = 0}
#|   %1: bool[] = Greater(%0, 0.0: f32[])
#|   %2: f32[N,3] = If(%1) then {
#|     %3: f32[N,3] = Exp(%y)
#|     %4: f32[N,3] = Add(%x, %3)
#|     yield %4
#|   } else {
#|     yield %x
#|   }
#|   %5: bool[] = If(%1) then {
#|     %6: f32[] = ReduceSum(%y) {keepdims = 0}
#|     %7: bool[] = Greater(%6, 0.0: f32[])
#|     yield %7
#|   } else {
#|     yield %1
#|   }
#|   %8: f32[N,3] = If(%5) then {
#|     %9: f32[N,3] = Mul(%2, 2.0: f32[])
#|     %10: f32[N,3] = If(%1) then {
#|       %11: f32[N,3] = Sub(%9, 1.0: f32[])
#|       yield %11
#|     } else {
#|       yield %9
#|     }
#|     %12: f32[] = ReduceSum(%y) {keepdims = 0}
#|     %13: bool[] = Greater(%12, 0.0: f32[])
#|     %14: bool[] = Not(%13)
#|     %15: f32[N,3] = If(%14) then {
#|       %16: f32[N,3] = Sub(%10, 100.0: f32[])
#|       yield %16
#|     } else {
#|       yield %10
#|     }
#|     yield %15
#|   } else {
#|     yield %2
#|   }
#|   return %8
#| }


class Optional(nn.Module):
    """What is None on one path is not None where it is used: no assumption is needed."""

    def bias(self, mask):
        return None if mask.all() else torch.where(mask, 0.0, -1e4)

    def forward(self, x, mask):
        bias = self.bias(mask)
        for _ in range(2):
            if bias is not None:
                x = (x + bias.to(x.dtype)).softmax(-1)
            else:
                x = x.softmax(-1)
        return x


#> --class Optional --input 'x:float32[N,4]' --input 'mask:bool[N,4]'
#~ call x=ramp(2, 4), mask=torch.tensor([[True, True, False, True], [True, False, False, True]])
#~ call x=ramp(1, 4), mask=torch.ones(1, 4, dtype=torch.bool)


class Both(nn.Module):
    """`a and b` that holds tells of both."""

    def forward(self, x, y):
        extra = y if x.sum() > 0 else None
        usable = x.shape[0] > 1 and extra is not None and extra.shape[1] == 3
        if usable:
            x = x + extra.exp()
        return x


#> --class Both --input 'x:float32[N,3]' --input 'y:float32[N,3]'
#~ call x=ramp(2, 3), y=ramp(2, 3)
#~ call x=-ramp(2, 3), y=ramp(2, 3)
#~ call x=ramp(1, 3), y=ramp(1, 3)


class Asked(nn.Module):
    """Questions about what has two kinds are asked on each path."""

    def forward(self, x):
        scale = torch.exp if x.sum() > 0 else 3.0
        if callable(scale):
            return scale(x)
        return x * scale


#> --class Asked --input 'x:float32[N,3]'
#~ call x=ramp(2, 3)
#~ call x=-ramp(1, 3)


class Kinds(nn.Module):
    def forward(self, x):
        scale = x * 2 if x.sum() > 0 else None
        if type(scale) is torch.Tensor:
            return scale + 1
        return x - 1 if type(scale) is type(None) else x


#> --class Kinds --input 'x:float32[N,3]'
#~ call x=ramp(2, 3)
#~ call x=-ramp(1, 3)
