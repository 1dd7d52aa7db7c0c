"""The program goes on with one size only: then that is the input's."""
import torch
from torch import nn


class Patches(nn.Module):
    def __init__(self, size=8):
        super().__init__()
        self.size = size
        self.proj = nn.Conv2d(3, 4, 4, stride=4)

    def forward(self, x):
        _, _, h, w = x.shape
        if h != self.size or w != self.size:
            raise ValueError(f'images must be {self.size} x {self.size}')
        return self.proj(x)


class Asserted(Patches):
    def forward(self, x):
        assert x.shape[2] == self.size and x.shape[3] == 2 * self.size, 'another size'
        return self.proj(x).flatten(1)


class Sometimes(Patches):
    def forward(self, x, strict: bool):
        if strict:
            assert x.shape[2] == self.size
            x = x + 1
        return self.proj(x).flatten(1)


class Ratio(nn.Module):
    """No size, and no other axis's: an assumption."""

    def forward(self, x):
        n, h, w = x.shape
        assert h == 2 * w
        return x.sum((1, 2))


#> --class Ratio --emit ssa
#~ sizes others raise
#~ call x=torch.rand(1, 4, 2)
#~ call x=torch.rand(3, 6, 3)
#| graph(x: f32[?0,?1,?2]) -> (output_0: f32[?0]) {
#|   %0: f32[?0] = ReduceSum(%x, [1, 2]) {keepdims = 0}
#|   return %0
#| }
#! size_learnt_from_an_assertion.py:38:9: warning[NN505]: the graph is exact under the assumption that `assert h == 2 * w` holds
#!             assert h == 2 * w
#!             ^~~~~~~~~~~~~~~~~
#!
#> --class Patches --emit ssa
#| graph(x: f32[?0,3,8,8]) -> (output_0: f32[?0,4,2,2]) {
#|   initializer %proj.weight: f32[4,3,4,4] = input
#|   initializer %proj.bias: f32[4] = input
#|   %0: f32[?0,4,2,2] = Conv(%x, %proj.weight, %proj.bias) {kernel_shape = [4, 4], strides = [4, 4]}  # proj
#|   return %0
#| }
#> --class Asserted --emit ssa
#| graph(x: f32[?0,3,8,16]) -> (output_0: f32[?0,32]) {
#|   initializer %proj.weight: f32[4,3,4,4] = input
#|   initializer %proj.bias: f32[4] = input
#|   %0: f32[?0,4,2,4] = Conv(%x, %proj.weight, %proj.bias) {kernel_shape = [4, 4], strides = [4, 4]}  # proj
#|   %1: f32[?0,32] = Flatten(%0)
#|   return %1
#| }
#> --class Patches --input 'x:float32[N,3,H,W]' --emit ssa
#~ with H=(8, 8), W=(8, 8)
#~ sizes other ones raise
#| graph(x: f32[N,3,H,W]) -> (output_0: f32[N,4,H//4,W//4]) {
#|   initializer %proj.weight: f32[4,3,4,4] = input
#|   initializer %proj.bias: f32[4] = input
#|   %0: f32[N,4,H//4,W//4] = Conv(%x, %proj.weight, %proj.bias) {kernel_shape = [4, 4], strides = [4, 4]}  # proj
#|   return %0
#| }
#! size_learnt_from_an_assertion.py:15:13: warning[NN505]: the graph is exact under the assumption that `ValueError: images must be 8 x 8` is not raised
#!                 raise ValueError(f'images must be {self.size} x {self.size}')
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Sometimes --input 'x:float32[N,3,?,?]' --input 'strict:bool[]' --emit ssa
#~ sizes others raise on one path
#~ call x=torch.rand(2, 3, 8, 4), strict=True
#~ call x=torch.rand(1, 3, 12, 16), strict=False
#| graph(x: f32[N,3,?0,?1], strict: bool[]) -> (output_0: f32[N,4*(?0//4)*(?1//4)]) {
#|   initializer %proj.weight: f32[4,3,4,4] = input
#|   initializer %proj.bias: f32[4] = input
#|   %0: f32[N,3,?0,?1] = If(%strict) then {
#|     %1: f32[N,3,?0,?1] = Add(%x, 1.0: f32[])
#|     yield %1
#|   } else {
#|     yield %x
#|   }
#|   %2: f32[N,4,?0//4,?1//4] = Conv(%0, %proj.weight, %proj.bias) {kernel_shape = [4, 4], strides = [4, 4]}  # proj
#|   %3: f32[N,4*(?0//4)*(?1//4)] = Flatten(%2)
#|   return %3
#| }
#! size_learnt_from_an_assertion.py:28:13: warning[NN505]: the graph is exact under the assumption that `assert x.shape[2] == self.size` holds
#!                 assert x.shape[2] == self.size
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
