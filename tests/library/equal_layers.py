# Layers that are constructed with the same arguments are made alike and apart.
import torch
from torch import nn
from torch.nn import init


class Apart(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(3, 3, 3, padding=1)
        self.second = nn.Conv2d(3, 3, 3, padding=1)
        self.third = nn.Conv2d(3, 3, 3, padding=1)
        self.second.padding = (0, 0)
        self.third.note = [1]
        self.third.register_forward_hook(lambda module, args, out: out * 2)
        self.norms = nn.ModuleList(nn.BatchNorm2d(3) for _ in range(3))
        self.norms[1].running_var.mul_(4)
        self.norms[2].weight.data.fill_(3.)

    def forward(self, x):
        if hasattr(self.first, 'note') or len({id(m) for m in self.modules()}) != 8:
            raise ValueError('the layers are not apart')
        x = self.norms[0](self.first(x))
        x = self.norms[1](self.second(x))
        return self.norms[2](self.third(x))


def fill(layer):
    with torch.no_grad():
        layer.weight.fill_(0.25)
    layer.bias.data.zero_()


class Patched(nn.Module):
    """What is assigned to something of torch counts for layers made afterwards."""

    def __init__(self):
        super().__init__()
        plain, ones = nn.Linear.reset_parameters, init.ones_
        self.before = nn.LayerNorm(4)
        nn.Linear.reset_parameters = fill
        init.ones_ = lambda tensor: tensor.data.fill_(5.)
        self.inside = nn.Linear(4, 4)
        self.scaled = nn.LayerNorm(4)
        init.ones_ = ones
        self.after = nn.LayerNorm(4)
        nn.Linear.reset_parameters = plain
        made = torch.stack([self.before.weight, self.scaled.weight, self.after.weight])
        self.register_buffer('made', made.detach().clone(), persistent=False)

    def forward(self, x):
        return self.after(self.scaled(self.inside(self.before(x)))) + self.made.sum(0)


class Nested(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.MultiheadAttention(8, 2, batch_first=True)
        self.b = nn.MultiheadAttention(8, 2, batch_first=True)
        self.b.out_proj.bias.data.fill_(1.)
        self.c = nn.TransformerEncoderLayer(8, 2, 16, dropout=0., batch_first=True)
        self.d = nn.TransformerEncoderLayer(8, 2, 16, dropout=0., batch_first=True)
        self.d.linear1, self.d.linear2 = nn.Linear(8, 4), nn.Linear(4, 8)
        self.shared = self.c.norm2

    def forward(self, x):
        x = self.a(x, x, x)[0] + self.b(x, x, x)[0]
        return self.shared(self.d(self.c(x)))


#> --class Apart --input 'x:float32[N,3,H,W]'
#~ with N=(1, 2), H=(4, 6), W=(5, 7)
#~ sizes the second convolution has no padding

#> --class Patched --input 'x:float32[N,4]'

#> --class Nested --input 'x:float32[N,T,8]'
