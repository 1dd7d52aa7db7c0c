import torch
from torch import nn


class Layer(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.layer = nn.LSTM(3, 4, **options)

    def forward(self, x):
        output, (h, c) = self.layer(x)
        return output, h, c


class State(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.layer = nn.LSTM(3, 4, **options)

    def forward(self, x, h, c):
        return self.layer(x, (h, c))


class Stepped(nn.Module):
    """Step by step, with the state carried along."""

    def __init__(self):
        super().__init__()
        self.layer = nn.LSTM(input_size=3, hidden_size=4)

    def forward(self, x):
        state, outputs = None, []
        for step in x.split(1):
            y, state = self.layer(step, state)
            outputs.append(y)
        return torch.cat(outputs), state


#> --class Layer --input 'x:float32[T,N,3]'
#> --class 'Layer(batch_first=True, bidirectional=True)' --input 'x:float32[N,T,3]'
#> --class 'Layer(num_layers=2, bias=False, dropout=0.3)' --input 'x:float32[T,N,3]'
#> --class 'Layer(num_layers=2, bidirectional=True, batch_first=True)' --input 'x:float32[T,3]'
#> --class State --input 'x:float32[T,N,3]' --input 'h:float32[1,N,4]' --input 'c:float32[1,N,4]'
#> --class 'State(bidirectional=True)' --input 'x:float32[T,3]' --input 'h:float32[2,4]' \
#>     --input 'c:float32[2,4]'
#> --class Stepped --input 'x:float32[3,N,3]'
#> --class 'Layer(proj_size=2)' --input 'x:float32[T,N,3]'
#= 1
#! lstm.py:11:26: error[NN602]: `torch.nn.LSTM`: `nn.LSTM` with proj_size has no ONNX operator
#!             output, (h, c) = self.layer(x)
#!                              ^~~~~~~~~~~~~
#> --class Layer --input 'x:float32[T,N,5]'
#= 1
#! lstm.py:11:26: error[NN401]: `forward` raises `RuntimeError: input.size(-1) must be equal to input_size. Expected 3, got 5`
#!             output, (h, c) = self.layer(x)
#!                              ^~~~~~~~~~~~~
