from torch import nn


class Cell(nn.Module):
    def __init__(self, kind='GRUCell', **options):
        super().__init__()
        self.cell = getattr(nn, kind)(3, 4, **options)

    def forward(self, x, h):
        return self.cell(x, h), self.cell(x)


#> --class Cell --input 'x:float32[N,3]' --input 'h:float32[N,4]'
#> --class 'Cell(bias=False)' --input 'x:float32[3]' --input 'h:float32[4]'
#> --class 'Cell("RNNCell", nonlinearity="relu")' --input 'x:float32[N,3]' --input 'h:float32[N,4]'
#> --class 'Cell("RNNCell")' --input 'x:float32[N,3]' --input 'h:float32[N,4]'
#> --class Cell --input 'x:float32[N,5]' --input 'h:float32[N,4]'
#= 1
#! grucell.py:10:16: error[NN401]: `forward` raises `RuntimeError: mat1 and mat2 shapes cannot be multiplied (Nx5 and 3x12)`
#!             return self.cell(x, h), self.cell(x)
#!                    ^~~~~~~~~~~~~~~
#!   hint: the layer takes 3 features, its input has 5: `nn.Linear(5, 12)`
