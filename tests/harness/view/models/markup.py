"""Names that hold markup, wherever a model's author can put a name."""
import torch
from torch import nn

SCRIPT = "<script>alert(1)</script>"


class Evil(nn.Module):
    def __init__(self):
        super().__init__()
        self.add_module("<img src=x onerror=alert(1)>", nn.Linear(4, 4))
        self.add_module(SCRIPT + "</script><!--", nn.Sequential(nn.Linear(4, 4), nn.ReLU()))
        self.register_parameter("\"'&<b>", nn.Parameter(torch.ones(4)))

    def forward(self, x):
        for module in self.children():
            x = module(x)
        if x.sum() > len("</script><script>alert(2)</script>"):
            x = x + getattr(self, "\"'&<b>")
        return x


Evil.__name__ = "Evil<i>"
