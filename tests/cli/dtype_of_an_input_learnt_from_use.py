"""Nothing is declared: what an input indexes or masks says its dtype."""
import torch
from torch import nn


class Tokens(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(10, 4)

    def forward(self, ids, mask):
        return self.embedding(ids).masked_fill(mask, 0.5)


class Picks(nn.Module):
    def forward(self, x, rows, chosen):
        return x.relu()[rows], torch.where(chosen, x, -x)


class Either(nn.Module):
    """Takes floats as well: nothing is learnt."""

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(10, 4)
        self.linear = nn.Linear(4, 4)

    def forward(self, x):
        try:
            return self.embedding(x)
        except RuntimeError:
            return self.linear(x)


#> --class Either --emit ssa
#~ sizes ranks are open
#~ call x=torch.rand(3, 4)
#~ call x=torch.rand(1, 4)
#| graph(x: f32[*]) -> (output_0: f32[*]) {
#|   initializer %embedding.weight: f32[10,4] = input
#|   initializer %linear.weight: f32[4,4] = input
#|   initializer %linear.bias: f32[4] = input
#|   %0: f32[4,4] = Transpose(%linear.weight) {perm = [1, 0]}  # linear
#|   %1: f32[*] = MatMul(%x, %0)  # linear
#|   %2: f32[*] = Add(%1, %linear.bias)  # linear
#|   return %2
#| }
#> --class Tokens --input 'mask:bool[?,?]' --emit ssa
#~ with ids=integers(0, 10)
#~ call ids=torch.randint(0, 10, (3,)), mask=torch.rand(3, 1) > 0.5
#~ call ids=torch.randint(0, 10, (1,)), mask=torch.rand(1, 4) > 0.5
#| graph(ids: i64[*], mask: bool[?0,?1]) -> (output_0: f32[*]) {
#|   initializer %embedding.weight: f32[10,4] = input
#|   %0: f32[*] = Gather(%embedding.weight, %ids)  # embedding
#|   %1: f32[*] = Where(%mask, 0.5: f32[], %0)
#|   return %1
#| }
#> --class Picks --input 'x:float32[N,4]' --emit ssa
#~ sizes ranks are open
#~ call x=torch.rand(3, 4) - 0.5, rows=torch.tensor([2, 0]), chosen=torch.rand(3, 4) > 0.5
#~ call x=torch.rand(1, 4) - 0.5, rows=torch.tensor([0]), chosen=torch.rand(1, 4) > 0.5
#| graph(x: f32[N,4], rows: i64[*], chosen: bool[*]) -> (output_0: f32[*], output_1: f32[*]) {
#|   %0: f32[N,4] = Relu(%x)
#|   %1: f32[*] = Gather(%0, %rows)
#|   %2: f32[N,4] = Neg(%x)
#|   %3: f32[*] = Where(%chosen, %x, %2)
#|   return %1, %3
#| }
