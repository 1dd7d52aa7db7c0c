import torch
from torch import nn


class Shared(nn.Module):
    """What comes out is the memory of `kept`, or not: the write reaches it, or is refused."""

    def forward(self, x):
        kept = x.clone()
        guess = kept
        for i in range(3):
            if guess.sum() > i:
                guess = guess - 1
            if guess.max() > 2:
                break
        guess += 1
        return guess, kept


#~ untaken 3 the numbers only fall: the loop is left in its first round or never
#~ call x=torch.tensor([5.0, 5.0])
#~ call x=torch.tensor([3.0, 3.0])
#~ call x=torch.tensor([-5.0, 3.0])
#~ call x=torch.tensor([2.5, -2.0])
#~ call x=torch.tensor([4.0])
#~ call x=torch.tensor([1.5])
#~ call x=-ramp(3)
#~ call x=torch.tensor([0.9, 0.9, 0.9, 3.1])
#> --class Shared --input 'x:float32[N]'
