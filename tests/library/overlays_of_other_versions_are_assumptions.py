# The package is no real one: its decorator fails, and is not interpreted.
from torch import nn

from transformers.utils.auto_docstring import auto_docstring


@auto_docstring(custom_intro="A layer.")
class Net(nn.Module):
    @auto_docstring
    def forward(self, x):
        return x + 1


#> --class Net --input 'x:float32[N,2]' -I packages --emit ssa
#~ skip the package is no real one
#| graph(x: f32[N,2]) -> (output_0: f32[N,2]) {
#|   %0: f32[N,2] = Add(%x, 1.0: f32[])
#|   return %0
#| }
#! overlays_of_other_versions_are_assumptions.py:7:2: warning[NN505]: the graph is exact under the assumption that `transformers.utils.auto_docstring` of transformers 9.0.0.dev0 does what it did from 4.57 to 5.24: it is not interpreted
#!     @auto_docstring(custom_intro="A layer.")
#!      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
