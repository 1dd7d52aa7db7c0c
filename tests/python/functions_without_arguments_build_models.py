import torch
from torch import nn

class Residual(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.add_module("norm", nn.BatchNorm2d(width))
        self.register_buffer("scale", torch.ones(1))
        self.register_buffer("hidden", torch.zeros(2), persistent=False)
        self.register_parameter("gain", nn.Parameter(torch.ones(width)))
        self.register_parameter("nothing", None)

    def forward(self, x):
        return x

class Net(nn.Module):
    def __init__(self, depth=2):
        super(Net, self).__init__()
        self.blocks = nn.ModuleList([Residual(4) for _ in range(depth)])
        self.head = nn.Sequential(nn.Flatten(), nn.Linear(4, 2))
        self.table = nn.ModuleDict({"a": nn.Identity(), "b": nn.ReLU()})
        self.apply(self._init)
        for m in self.modules():
            if isinstance(m, nn.BatchNorm2d):
                m.eps = 1e-3

    def _init(self, m):
        if isinstance(m, nn.Linear):
            nn.init.zeros_(m.bias)
        elif isinstance(m, (nn.BatchNorm2d, nn.GroupNorm)):
            nn.init.constant_(m.weight, 1)

    def forward(self, x):
        for block in self.blocks:
            x = block(x)
        return self.head(x)

net = Net().eval()
print(net.training, len(net.blocks), [n for n, _ in net.named_children()])
print([n for n, _ in net.named_modules()])
print([n for n, p in net.named_parameters()])
print([n for n, b in net.named_buffers()])
print(sum(p.numel() for p in net.parameters()), sum(p.numel() for p in net.parameters() if p.requires_grad))
print(list(net.state_dict()), len(list(net.buffers())), len(list(net.children())))
print(net.blocks[0].nothing, net.blocks[-1].norm.eps, "a" in net.table, list(net.table.keys()), net.table["b"].__class__.__name__)
print(isinstance(net.blocks[0].gain, nn.Parameter), net.blocks[0].gain.shape, tuple(net.head[1].weight.size()))
net.load_state_dict(net.state_dict())
for p in net.head.parameters():
    p.requires_grad = False
print([n for n, p in net.named_parameters() if not p.requires_grad], net.head[1].bias.tolist())
print([type(m).__name__ for m in net.modules()][:4], net.get_submodule("blocks.0.conv").kernel_size)
b, c, h, w = torch.zeros(1, 2, 3, 4).shape
h2, w2 = torch.zeros(1, 2, 3, 4).shape[-2:]
n, k = torch.zeros(5, 6).size()
print(b, c, h, w, h2, w2, n, k)
net.train()
print(net.training, net.head.training)
try:
    net.missing
except AttributeError as e:
    print(e)
