import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, pair):
        z = torch.view_as_complex(pair)
        return (torch.view_as_real(torch.conj(z).resolve_conj()), (z * z.conj()).real, x.conj(),
                torch.conj(x))


#> --class Spellings --input 'x:float32[N,3]' --input 'pair:float32[N,3,2]'
