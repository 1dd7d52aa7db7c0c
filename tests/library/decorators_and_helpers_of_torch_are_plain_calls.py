"""What scripting, symbolic tracing and training bring into a model's source: as an eager run has it."""
import torch
import torch.fx
import torch.utils.checkpoint as cp
from torch import nn
from torch.nn import init
from torch.utils.checkpoint import checkpoint, checkpoint_sequential


@torch.fx.wrap
def doubled(x):
    return x * 2


@torch.jit.script
def gated(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return torch.sigmoid(x) * torch.tanh(y)


@torch.jit.script_if_tracing
def shifted(x, by: int):
    return x + by


torch.fx.wrap('gated')


class Decorated(nn.Module):
    @torch.jit.ignore
    def no_weight_decay(self):
        return {'weight'}

    @torch.jit.unused
    def of_scripts(self, x):
        return x * 100

    @torch.jit.export
    def exported(self, x):
        return x - 1

    def forward(self, x):
        if torch.jit.is_scripting() or torch.jit.is_tracing():
            return self.of_scripts(x)
        if torch.onnx.is_in_onnx_export():
            return x * 1000
        y = doubled(x) + self.exported(x) + len(self.no_weight_decay())
        return gated(y, x) + shifted(x, 2) + torch.jit.annotate(torch.Tensor, x)


#> --class Decorated --input 'x:float32[N,3]' --emit onnx


class Recomputed(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(4, 4)
        self.rest = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 2))

    def both(self, x, scale, shift=0.0):
        y = self.first(x) * scale + shift
        return y, y.sum()

    def forward(self, x):
        y, total = checkpoint(self.both, x, 3.0, use_reentrant=False)
        z, _ = cp.checkpoint(self.both, x, 2.0, preserve_rng_state=False)
        # A condition inside of what is recomputed is one all the same.
        w = checkpoint(lambda v: v + 1 if v.sum() > 0 else v - 1, x)
        return checkpoint_sequential(self.rest, 2, y + z + w), total


#> --class Recomputed --input 'x:float32[N,4]' --emit onnx
#~ call x=torch.ones(2, 4)
#~ call x=-torch.ones(1, 4)


class Scripted(torch.jit.ScriptModule):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 3)

    @torch.jit.script_method
    def forward(self, x):
        return self.linear(x) + 1


class Holder(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Linear(3, 3), nn.Linear(3, 3)

    def forward(self, x):
        return self.second(self.first(x)) * (2 if isinstance(self.first, torch.jit.ScriptModule) else 3)


#> --class Holder --input 'x:float32[N,3]' --emit onnx
#> --class Scripted --input 'x:float32[N,3]' --emit onnx


class DropPath(nn.Module):
    """As many repositories write it: nothing in evaluation."""

    def __init__(self, drop_prob=None):
        super().__init__()
        self.drop_prob = drop_prob

    def forward(self, x):
        if self.drop_prob == 0. or not self.training:
            return x
        keep = 1 - self.drop_prob
        shape = (x.shape[0],) + (1,) * (x.ndim - 1)
        mask = keep + torch.rand(shape, dtype=x.dtype, device=x.device)
        return x.div(keep) * mask.floor_()


class Initialised(nn.Module):
    """Every initialiser runs; a checkpoint's numbers come after them."""

    def __init__(self):
        super().__init__()
        self.drop = DropPath(0.3)
        self.conv = nn.Conv2d(2, 4, 3)
        self.norm = nn.BatchNorm2d(4)
        self.linear = nn.Linear(4, 4)
        self.table = nn.Parameter(torch.empty(4, 4))
        gain = init.calculate_gain('leaky_relu', 0.2)
        init.kaiming_normal_(self.conv.weight, mode='fan_out', nonlinearity='relu')
        init.kaiming_uniform_(self.conv.weight, a=0.1)
        init.zeros_(self.conv.bias)
        init.xavier_uniform_(self.linear.weight, gain=gain)
        init.xavier_normal_(self.linear.weight)
        init.orthogonal_(self.linear.weight)
        init.trunc_normal_(self.table, std=.02, a=-2, b=2)
        init.normal_(self.table, 0, 0.1)
        init.uniform_(self.table, -1, 1)
        init.eye_(self.linear.weight)
        self.apply(self._init_weights)

    def _init_weights(self, m):
        if isinstance(m, (nn.BatchNorm2d, nn.GroupNorm)):
            init.ones_(m.weight)
            init.constant_(m.bias, 0)
        elif isinstance(m, nn.Linear):
            fan_in, fan_out = init._calculate_fan_in_and_fan_out(m.weight)
            init.uniform_(m.bias, -1 / fan_in ** 0.5, 1 / fan_out ** 0.5)

    def forward(self, x):
        y = self.drop(self.norm(self.conv(x))).mean((2, 3))
        return self.linear(y) @ self.table


#> --class Initialised --input 'x:float32[N,2,6,5]' --emit onnx
