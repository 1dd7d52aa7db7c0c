import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.hann_window(5), torch.hann_window(4, periodic=False),
                torch.hann_window(6, False, dtype=torch.float64), torch.hann_window(1) + x,
                torch.hamming_window(5), torch.hamming_window(5, False, 0.5, 0.5),
                torch.blackman_window(4), torch.bartlett_window(5))


#> --class Spellings --input 'x:float32[N]'
