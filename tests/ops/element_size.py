from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x * x.element_size(), x.double().element_size(), x.bool().element_size(),
                x.half().element_size(), x.element_size() * x.nelement())


#> --class Spellings --input 'x:float32[N,3]'
