from torch import nn


def scaled(x, factor=10.0, shift=0.0):
    return x * factor + shift


class Keywords(nn.Module):
    """Keywords that one path has are given there and left to their defaults on the other."""

    def forward(self, x, y):
        options = {"shift": 1.0}
        if x.sum() > 0:
            options["factor"] = y * 2
        else:
            x = x - 1
        return scaled(x, **options)


#> --class Keywords --input 'x:float32[N,3]' --input 'y:float32[N,3]' --emit ssa
#~ call x=ramp(2, 3)
#~ call x=-ramp(1, 3)
#| graph(x: f32[N,3], y: f32[N,3]) -> (output_0: f32[N,3]) {
#|   %0: f32[] = ReduceSum(%x) {keepdims = 0}
#|   %1: bool[] = Greater(%0, 0.0: f32[])
#|   %2: f32[N,3], %3: f32[N,3] = If(%1) then {
#|     %4: f32[N,3] = Mul(%y, 2.0: f32[])
#|     yield %4, %x
#|   } else {
#|     %5: f32[N,3] = Sub(%x, 1.0: f32[])
#|     %6: i64[2] = Shape(%x)
#|     %7: f32[N,3] = Expand(0.0: f32[], %6)
#|     yield %7, %5
#|   }
#|   %8: f32[N,3] = If(%1) then {
#|     %9: f32[N,3] = Mul(%3, %2)
#|     %10: f32[N,3] = Add(%9, 1.0: f32[])
#|     yield %10
#|   } else {
#|     %11: f32[N,3] = Mul(%3, 10.0: f32[])
#|     %12: f32[N,3] = Add(%11, 1.0: f32[])
#|     yield %12
#|   }
#|   return %8
#| }


class Two(nn.Module):
    def forward(self, x):
        options = {}
        if x.sum() > 0:
            options["factor"] = 2.0
        if x.max() > 5:
            options["shift"] = x.mean()
        return scaled(x, **options), scaled(x + 1, **options)


#> --class Two --input 'x:float32[N,3]'
#~ call x=ramp(1, 3)
#~ call x=-ramp(2, 3)
#~ call x=ramp(1, 3) + 9
#~ call x=tensor([[9.0, -20.0, -5.0]])


class Inner(nn.Module):
    def forward(self, x):
        options = {}
        if x.sum() > 0:
            if x.max() > 5:
                options["factor"] = 2.0
        return scaled(x, **options)


#> --class Inner --input 'x:float32[N,3]'
#= 1
#! dict_that_a_branch_may_fill.py:71:16: error[NN204]: `factor` has no single value after the branch: it exists on one path only
#!             return scaled(x, **options)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   note: dict_that_a_branch_may_fill.py:69:16: it comes from here
#!                 if x.max() > 5:
#!                    ^~~~~~~~~~~
#!   hint: give it a value on the other path as well, or before the branch


class Counted(nn.Module):
    def forward(self, x):
        found = {}
        if x.sum() > 0:
            found["a"] = 1
        return x + len(found)


#> --class Counted --input 'x:float32[N,3]'
#= 1
#! dict_that_a_branch_may_fill.py:90:20: error[NN204]: `a` has no single value after the branch: it exists on one path only
#!             return x + len(found)
#!                        ^~~~~~~~~~
#!   note: dict_that_a_branch_may_fill.py:88:12: it comes from here
#!             if x.sum() > 0:
#!                ^~~~~~~~~~~
#!   hint: give it a value on the other path as well, or before the branch


class Asked(nn.Module):
    def forward(self, x):
        found = {}
        if x.sum() > 0:
            found["a"] = 1
        return x + 1 if found else x - 1


#> --class Asked --input 'x:float32[N,3]'
#= 1
#! dict_that_a_branch_may_fill.py:109:16: error[NN204]: `a` has no single value after the branch: it exists on one path only
#!             return x + 1 if found else x - 1
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~
#!   note: dict_that_a_branch_may_fill.py:107:12: it comes from here
#!             if x.sum() > 0:
#!                ^~~~~~~~~~~
#!   hint: give it a value on the other path as well, or before the branch


class Walked(nn.Module):
    def forward(self, x):
        found = {}
        if x.sum() > 0:
            found["a"] = 1
        for key in found:
            x = x * 2
        return x


#> --class Walked --input 'x:float32[N,3]'
#= 1
#! dict_that_a_branch_may_fill.py:128:20: error[NN204]: `a` has no single value after the branch: it exists on one path only
#!             for key in found:
#!                        ^~~~~
#!   note: dict_that_a_branch_may_fill.py:126:12: it comes from here
#!             if x.sum() > 0:
#!                ^~~~~~~~~~~
#!   hint: give it a value on the other path as well, or before the branch


class Listed(nn.Module):
    def forward(self, x):
        found = {}
        if x.sum() > 0:
            found["a"] = 1
        return x + len(list(found.items()))


#> --class Listed --input 'x:float32[N,3]'
#= 1
#! dict_that_a_branch_may_fill.py:149:24: error[NN204]: `a` has no single value after the branch: it exists on one path only
#!             return x + len(list(found.items()))
#!                            ^~~~~~~~~~~~~~~~~~~
#!   note: dict_that_a_branch_may_fill.py:147:12: it comes from here
#!             if x.sum() > 0:
#!                ^~~~~~~~~~~
#!   hint: give it a value on the other path as well, or before the branch
