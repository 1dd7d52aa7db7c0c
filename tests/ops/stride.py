from torch import nn


class Memory(nn.Module):
    def forward(self, x):
        return x * x.stride(0)


#> --class Memory --input 'x:float32[3,3]'
#= 1
#! stride.py:6:20: error[NN302]: `torch.Tensor.stride`: `stride` looks at memory, which ONNX does not have
#!             return x * x.stride(0)
#!                        ^~~~~~~~~~~
