import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        z = torch.view_as_complex(x)
        return (torch.is_complex(x), x.is_complex(), torch.is_complex(z), z.is_complex(),
                z.dtype.is_complex, x + 1)


#> --class Spellings --input 'x:float32[N,2]'
