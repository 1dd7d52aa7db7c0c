import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        mask = torch.arange(x.size(0), device=x.device)
        same = x.device == torch.device('cpu') and x.device.type == 'cpu' and x.device.index is None
        on = torch.zeros(2, device='cpu') if 'cuda' not in str(x.device) else None
        return (mask, same, on, x.to(x.device), x.is_cuda, torch.device('cuda', 1).index,
                torch.device('cuda:0').type == 'cuda')


class Parameter(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(3, 2, device='cpu')

    def forward(self, x):
        return self.layer(x.to(next(self.parameters()).device, non_blocking=True)).cpu()


#> --class Spellings --input 'x:float32[N]'
#> --class Parameter --input 'x:float32[N,3]'
