from torch import nn


class Layer(nn.Module):
    def __init__(self, kind='GRU', **options):
        super().__init__()
        self.layer = getattr(nn, kind)(3, 4, **options)

    def forward(self, x):
        return self.layer(x)


class State(nn.Module):
    def __init__(self, kind='GRU', **options):
        super().__init__()
        self.layer = getattr(nn, kind)(3, 4, **options)

    def forward(self, x, h):
        return self.layer(x, h)


#> --class Layer --input 'x:float32[T,N,3]'
#> --class 'Layer(batch_first=True, bidirectional=True)' --input 'x:float32[N,T,3]'
#> --class 'Layer(num_layers=2, bias=False, dropout=0.3)' --input 'x:float32[T,3]'
#> --class State --input 'x:float32[T,N,3]' --input 'h:float32[1,N,4]'
#> --class 'State(bidirectional=True, num_layers=2)' --input 'x:float32[T,N,3]' \
#>     --input 'h:float32[4,N,4]'
#> --class 'Layer("RNN", nonlinearity="relu")' --input 'x:float32[T,N,3]'
#> --class 'Layer("RNN", num_layers=2, bidirectional=True, batch_first=True)' \
#>     --input 'x:float32[N,T,3]'
#> --class 'State("RNN")' --input 'x:float32[T,3]' --input 'h:float32[1,4]'
#> --class 'Layer(proj_size=2)' --input 'x:float32[T,N,3]'
#= 1
#! gru.py:7:22: error[NN202]: building the model raises `ValueError: proj_size argument is only supported for LSTM, not RNN or GRU`
#!             self.layer = getattr(nn, kind)(3, 4, **options)
#!                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   called from --class:1:1 in `module gru`
