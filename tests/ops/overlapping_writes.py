"""Writes to a tensor of what is read from its own memory: other elements, the same, or both."""
import torch
from torch import nn


class Halves(nn.Module):
    """Boxes, with and without names for the halves; a symbolic cut; even and odd; ends."""

    def forward(self, x):
        z = x.clone()
        z[:, 2:] += z[:, :2]
        a, b = z.chunk(2, dim=1)
        a.sub_(b)
        half = z.shape[0] // 2
        z[half:].mul_(2)
        z[:half, 1:3] = z[:half, 0:2] * 2
        z[:, ::2] = z[:, 1::2]
        z[-1:] = z[-1:]
        z[..., 0], z[..., 1] = z[..., 1], z[..., 0]
        z[0] = z[half]
        z.t()[3] += z[:, 0]
        z[None].transpose(0, 2)[1].add_(z.t()[2:3].t())
        return z


class SamePlace(nn.Module):
    def forward(self, x):
        z = x.clone()
        z.mul_(z)
        z[:, 1:] *= z[:, 1:]
        z.view(-1).add_(z.view(-1))
        z.t().sub_(z.t())
        return z + x


class Counted(nn.Module):
    """By way of other shapes: the elements are counted."""

    def forward(self, x):
        z = x.clone()
        z.view(4, 3)[1:] = z.view(-1)[:3]
        z.t()[1:].add_(z[:, :1].t())
        z.diagonal().copy_(z[:, -1])
        return z


class Copies(nn.Module):
    def forward(self, x):
        z = x.clone()
        z[:, 1:] = z[:, :-1].clone()
        z[:, 1:] = z[:, :-1] + 1
        z.add_(z[0].clone())
        return z


class Shifted(nn.Module):
    def forward(self, x):
        z = x.clone()
        z[:, 1:] = z[:, :-1]
        return z


class ShiftedByASize(nn.Module):
    """Counted from the end by a size of the run."""

    def forward(self, x):
        z = x.clone()
        half = x.shape[1] // 2
        z[:, :-half] = z[:, half:]
        return z


class FirstRow(nn.Module):
    def forward(self, x):
        z = x.clone()
        z -= z[0]
        return z


class Transposed(nn.Module):
    def forward(self, x):
        z = x.clone()
        z.add_(z.t())
        return z


class Doubled(nn.Module):
    def forward(self, x):
        z = x.clone()
        return z.scatter_add_(0, torch.zeros(2, 4, dtype=torch.int64), z)


#> --class Halves --input 'x:float32[N,4]' --emit ssa
#| graph(x: f32[N,4]) -> (z: f32[N,4]) {
#|   %0: f32[N,2] = Slice(%x, [2], [9223372036854775807], [1], [1])
#|   %1: f32[N,2] = Slice(%x, [0], [2], [1], [1])
#|   %2: f32[N,2] = Add(%0, %1)
#|   %3: f32[N,4] = Concat(%1, %2) {axis = 1}
#|   %4: f32[N,2] = Slice(%3, [2], [9223372036854775807], [1], [1])
#|   %5: i64[1] = Shape(%x) {end = 1}
#|   %6: f32[N,2] = Slice(%3, [0], [2], [1], [1])
#|   %7: f32[N,4] = Concat(%6, %4) {axis = 1}
#|   %8: f32[N,2], %9: f32[N,2] = Split(%7, splat(2): i64[2]) {axis = 1}
#|   %10: f32[N,2] = Sub(%8, %9)
#|   %11: f32[N,2] = Slice(%7, [2], [9223372036854775807], [1], [1])
#|   %12: f32[N,4] = Concat(%10, %11) {axis = 1}
#|   %13: i64[1] = Div(%5, [2])
#|   %14: i64[] = Squeeze(%13, [0])
#|   %15: f32[N - N//2,4] = Slice(%12, %13, [9223372036854775807], [0], [1])
#|   %16: f32[N - N//2,4] = Mul(%15, 2.0: f32[])
#|   %17: f32[N//2,4] = Slice(%12, [0], %13, [0], [1])
#|   %18: f32[N,4] = Concat(%17, %16) {axis = 0}
#|   %19: i64[2] = Concat(%13, [2]) {axis = 0}
#|   %20: f32[N//2,2] = Slice(%18, splat(0): i64[2], %19, [0, 1], splat(1): i64[2])
#|   %21: f32[N//2,2] = Mul(%20, 2.0: f32[])
#|   %22: f32[N//2,4] = Slice(%18, [0], %13, [0], [1])
#|   %23: f32[N//2,1] = Slice(%22, [0], [1], [1], [1])
#|   %24: f32[N//2,1] = Slice(%22, [3], [9223372036854775807], [1], [1])
#|   %25: f32[N//2,4] = Concat(%23, %21, %24) {axis = 1}
#|   %26: f32[N - N//2,4] = Slice(%18, %13, [9223372036854775807], [0], [1])
#|   %27: f32[N,4] = Concat(%25, %26) {axis = 0}
#|   %28: f32[N,2] = Slice(%27, [1], [9223372036854775807], [1], [2])
#|   %29: f32[4,N] = Transpose(%27) {perm = [1, 0]}
#|   %30: f32[2,N] = Transpose(%28) {perm = [1, 0]}
#|   %31: f32[4,N] = ScatterND(%29, [0, 2]: i64[2,1], %30)
#|   %32: f32[N,4] = Transpose(%31) {perm = [1, 0]}
#|   %33: f32[min(N, 1),4] = Slice(%32, [-1], [9223372036854775807], [0], [1])
#|   %34: i64[1] = Max(%5, [1])
#|   %35: i64[1] = Sub(%34, [1])
#|   %36: f32[max(N, 1) - 1,4] = Slice(%32, [0], %35, [0], [1])
#|   %37: f32[N,4] = Concat(%36, %33) {axis = 0}
#|   %38: f32[N] = Gather(%37, 1) {axis = 1}
#|   %39: f32[N,1] = Unsqueeze(%38, [1])
#|   %40: f32[N,3] = Slice(%37, [1], [9223372036854775807], [1], [1])
#|   %41: f32[N,4] = Concat(%39, %40) {axis = 1}
#|   %42: f32[N] = Gather(%41, 0) {axis = 1}
#|   %43: f32[N,1] = Unsqueeze(%42, [1])
#|   %44: f32[N,1] = Slice(%41, [0], [1], [1], [1])
#|   %45: f32[N,2] = Slice(%41, [2], [9223372036854775807], [1], [1])
#|   %46: f32[N,4] = Concat(%44, %43, %45) {axis = 1}
#|   %47: f32[4] = Gather(%46, %14)
#|   %48: f32[1,4] = Unsqueeze(%47, [0])
#|   %49: f32[N,4] = ScatterND(%46, [0]: i64[1,1], %48)
#|   %50: f32[4,N] = Transpose(%49) {perm = [1, 0]}
#|   %51: f32[N] = Gather(%50, 3)
#|   %52: f32[N] = Gather(%49, 0) {axis = 1}
#|   %53: f32[N] = Add(%51, %52)
#|   %54: f32[1,N] = Unsqueeze(%53, [0])
#|   %55: f32[4,N] = ScatterND(%50, [3]: i64[1,1], %54)
#|   %56: f32[N] = Gather(%55, 3)
#|   %57: f32[1,N] = Unsqueeze(%56, [0])
#|   %58: f32[4,N] = ScatterND(%55, [3]: i64[1,1], %57)
#|   %59: f32[N,4] = Transpose(%58) {perm = [1, 0]}
#|   %60: f32[1,N,4] = Unsqueeze(%59, [0])
#|   %61: f32[4,N,1] = Transpose(%60) {perm = [2, 1, 0]}
#|   %62: f32[N,1] = Gather(%61, 1)
#|   %63: f32[1,N] = Slice(%58, [2], [3], [0], [1])
#|   %64: f32[N,1] = Transpose(%63) {perm = [1, 0]}
#|   %65: f32[N,1] = Add(%62, %64)
#|   %66: f32[1,N,1] = Unsqueeze(%65, [0])
#|   %67: f32[4,N,1] = ScatterND(%61, [1]: i64[1,1], %66)
#|   %68: f32[1,N,4] = Transpose(%67) {perm = [2, 1, 0]}
#|   %69: f32[N,4] = Squeeze(%68, [0])
#|   return %69
#| }
#> --class SamePlace --input 'x:float32[N,4]' --emit ssa
#| graph(x: f32[N,4]) -> (output_0: f32[N,4]) {
#|   %0: f32[N,4] = Mul(%x, %x)
#|   %1: f32[N,3] = Slice(%0, [1], [9223372036854775807], [1], [1])
#|   %2: f32[N,3] = Mul(%1, %1)
#|   %3: f32[N,1] = Slice(%0, [0], [1], [1], [1])
#|   %4: f32[N,4] = Concat(%3, %2) {axis = 1}
#|   %5: f32[N,3] = Slice(%4, [1], [9223372036854775807], [1], [1])
#|   %6: f32[N,1] = Slice(%4, [0], [1], [1], [1])
#|   %7: f32[N,4] = Concat(%6, %5) {axis = 1}
#|   %8: f32[4*N] = Reshape(%7, [-1])
#|   %9: f32[4*N] = Add(%8, %8)
#|   %10: f32[N,4] = Reshape(%9, [-1, 4])
#|   %11: f32[4,N] = Transpose(%10) {perm = [1, 0]}
#|   %12: f32[4,N] = Sub(%11, %11)
#|   %13: f32[N,4] = Transpose(%12) {perm = [1, 0]}
#|   %14: f32[N,4] = Add(%13, %x)
#|   return %14
#| }
#> --class Counted --input 'x:float32[3,4]' --emit ssa
#| graph(x: f32[3,4]) -> (z: f32[3,4]) {
#|   %0: f32[12] = Reshape(%x, [12])
#|   %1: f32[3] = Slice(%0, [0], [3], [0], [1])
#|   %2: f32[4,3] = Reshape(%x, [4, 3])
#|   %3: f32[3,3] = Expand(%1, splat(3): i64[2])
#|   %4: f32[1,3] = Slice(%2, [0], [1], [0], [1])
#|   %5: f32[4,3] = Concat(%4, %3) {axis = 0}
#|   %6: f32[3,4] = Reshape(%5, [3, 4])
#|   %7: f32[4,3] = Transpose(%6) {perm = [1, 0]}
#|   %8: f32[3,3] = Slice(%7, [1], [9223372036854775807], [0], [1])
#|   %9: f32[3,1] = Slice(%6, [0], [1], [1], [1])
#|   %10: f32[1,3] = Transpose(%9) {perm = [1, 0]}
#|   %11: f32[3,3] = Add(%8, %10)
#|   %12: f32[1,3] = Slice(%7, [0], [1], [0], [1])
#|   %13: f32[4,3] = Concat(%12, %11) {axis = 0}
#|   %14: f32[3,4] = Transpose(%13) {perm = [1, 0]}
#|   %15: f32[3,4] = Transpose(%13) {perm = [1, 0]}
#|   %16: f32[3] = Gather(%14, -1) {axis = 1}
#|   %17: f32[3,4] = ScatterND(%15, [0, 0, 1, 1, 2, 2]: i64[3,2], %16)
#|   return %17
#| }
#> --class Copies --input 'x:float32[N,4]' --emit ssa
#| graph(x: f32[N,4]) -> (z: f32[N,4]) {
#|   %0: f32[N,3] = Slice(%x, [0], [-1], [1], [1])
#|   %1: f32[N,1] = Slice(%x, [0], [1], [1], [1])
#|   %2: f32[N,4] = Concat(%1, %0) {axis = 1}
#|   %3: f32[N,3] = Slice(%2, [0], [-1], [1], [1])
#|   %4: f32[N,3] = Add(%3, 1.0: f32[])
#|   %5: f32[N,1] = Slice(%2, [0], [1], [1], [1])
#|   %6: f32[N,4] = Concat(%5, %4) {axis = 1}
#|   %7: f32[4] = Gather(%6, 0)
#|   %8: f32[N,4] = Add(%6, %7)
#|   return %8
#| }
#> --class Shifted --input 'x:float32[N,4]' --emit ssa
#= 1
#! overlapping_writes.py:59:9: error[NN302]: `torch.Tensor.__setitem__`: this writes to a tensor what it reads from another part of the same memory: PyTorch gives what the order of its reads and writes happens to give, or an error
#!             z[:, 1:] = z[:, :-1]
#!             ^~~~~~~~
#!   hint: read a copy: `.clone()`
#> --class ShiftedByASize --input 'x:float32[N,W]'
#= 1
#! overlapping_writes.py:69:9: error[NN302]: `torch.Tensor.__setitem__`: this writes to a tensor what it reads from another part of the same memory: PyTorch gives what the order of its reads and writes happens to give, or an error
#!             z[:, :-half] = z[:, half:]
#!             ^~~~~~~~~~~~
#!   hint: read a copy: `.clone()`
#> --class FirstRow --input 'x:float32[N,4]' --emit ssa
#= 1
#! overlapping_writes.py:76:9: error[NN302]: `torch.Tensor.sub_`: this writes to a tensor what it reads from another part of the same memory: PyTorch gives what the order of its reads and writes happens to give, or an error
#!             z -= z[0]
#!             ^~~~~~~~~
#!   hint: read a copy: `.clone()`
#> --class Transposed --input 'x:float32[4,4]' --emit ssa
#= 1
#! overlapping_writes.py:83:9: error[NN302]: `torch.Tensor.add_`: this writes to a tensor what it reads from another part of the same memory: PyTorch gives what the order of its reads and writes happens to give, or an error
#!             z.add_(z.t())
#!             ^~~~~~~~~~~~~
#!   hint: read a copy: `.clone()`
#> --class Doubled --input 'x:float32[N,4]' --emit ssa
#= 1
#! overlapping_writes.py:90:16: error[NN302]: `torch.Tensor.scatter_add_`: this writes to a tensor what it reads from another part of the same memory: PyTorch gives what the order of its reads and writes happens to give, or an error
#!             return z.scatter_add_(0, torch.zeros(2, 4, dtype=torch.int64), z)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: read a copy: `.clone()`
