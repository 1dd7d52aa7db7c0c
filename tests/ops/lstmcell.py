from torch import nn


class Cell(nn.Module):
    def __init__(self, bias=True):
        super().__init__()
        self.cell = nn.LSTMCell(3, 4, bias=bias)

    def forward(self, x, h, c):
        return self.cell(x, (h, c)), self.cell(x)


#> --class Cell --input 'x:float32[N,3]' --input 'h:float32[N,4]' --input 'c:float32[N,4]'
#> --class 'Cell(False)' --input 'x:float32[3]' --input 'h:float32[4]' --input 'c:float32[4]'
#> --class Cell --input 'x:float32[N,5]' --input 'h:float32[N,4]' --input 'c:float32[N,4]'
#= 1
#! lstmcell.py:10:16: error[NN401]: `forward` raises `RuntimeError: mat1 and mat2 shapes cannot be multiplied (Nx5 and 3x16)`
#!             return self.cell(x, (h, c)), self.cell(x)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   hint: the layer takes 3 features, its input has 5: `nn.Linear(5, 16)`
