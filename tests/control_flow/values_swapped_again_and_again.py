"""A loop of known length, each round of which may leave it: what is the same memory as what, on
which path, grows with every round."""
import torch
from torch import nn


class Newton(nn.Module):
    def forward(self, x):
        guess = x / 2
        for i in range(12):
            if guess == 0:
                return guess, i
            better = 0.5 * (guess + x / guess)
            if abs(better - guess) < 1e-5:
                guess = better
                break
            guess = better
        else:
            return guess, -1
        return guess, i


#~ untaken 30 guess == 0 only before the first round; the loop converges in a few
#~ call x=4.0
#~ call x=0.0
#~ call x=1e30
#> --class Newton --input 'x:float32[]'
