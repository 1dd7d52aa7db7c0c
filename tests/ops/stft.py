import torch
from torch import nn


class Spellings(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.options = options
        length = options.get('win_length', options['n_fft'])
        self.register_buffer('window', torch.hann_window(length))

    def forward(self, x):
        z = torch.stft(x, window=self.window, return_complex=True, **self.options)
        return torch.view_as_real(z), z.abs()


class Pair(nn.Module):
    def forward(self, x):
        return (torch.stft(x, 4, 2, 4, torch.ones(4), return_complex=False),
                x.stft(4, center=False, return_complex=False))


#> --class 'Spellings(n_fft=8)' --input 'x:float32[N,20]'
#> --class 'Spellings(n_fft=8, hop_length=3, win_length=6, normalized=True)' \
#>     --input 'x:float32[N,20]'
#> --class 'Spellings(n_fft=8, hop_length=4, center=False, onesided=False)' --input 'x:float32[20]'
#> --class 'Spellings(n_fft=8, hop_length=2, pad_mode="constant")' --input 'x:float32[N,L]'
#~ with L=(8, 20)
#~ sizes a frame needs eight samples
#> --class Pair --input 'x:float32[N,12]'
