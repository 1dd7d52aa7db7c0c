from torch import nn


class Spellings(nn.Module):
    """The values of a named result, of a dict and of a ModuleDict."""

    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleDict({'a': nn.ReLU(), 'b': nn.Tanh()})

    def forward(self, x):
        parts = {'max': x.max(1).values, 'min': x.min(1).values}
        return ([layer(x) for layer in self.layers.values()], sum(parts.values()),
                x.topk(2).values, x.sort(1).values, x.mode(1).values.shape[0])


#> --class Spellings --input 'x:float32[N,3]'
