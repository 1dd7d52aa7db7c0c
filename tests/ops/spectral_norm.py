from torch import nn


class Spellings(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.conv = nn.utils.spectral_norm(nn.Conv2d(2, 3, 3), **options)
        linear = nn.Linear(4, 3)
        self.linear = nn.utils.spectral_norm(linear, name='weight', n_power_iterations=2)
        self.transposed = nn.utils.spectral_norm(nn.ConvTranspose2d(2, 3, 2), dim=1)

    def forward(self, x, y):
        return self.conv(x), self.linear(y), self.transposed(x)


class Parametrized(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.utils.parametrizations.spectral_norm(nn.Linear(4, 3))

    def forward(self, y):
        return self.linear(y)


class Removed(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.utils.remove_spectral_norm(nn.utils.spectral_norm(nn.Linear(4, 3)))

    def forward(self, y):
        return self.linear(y)


#> --class Spellings --input 'x:float32[N,2,4,4]' --input 'y:float32[N,4]'
#> --class 'Spellings(eps=1e-6)' --input 'x:float32[N,2,4,4]' --input 'y:float32[2,4]'
#> --class Parametrized --input 'y:float32[N,4]'
#> --class Removed --input 'y:float32[N,4]'
