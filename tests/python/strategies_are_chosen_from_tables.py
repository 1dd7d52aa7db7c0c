import torch.nn as nn
from functools import partial
ACT = {"relu": nn.ReLU, "gelu": nn.GELU, "silu": partial(nn.SiLU, inplace=True), None: nn.Identity}
CFG = {"A": [64, "M", 128], "B": dict(depth=[2, 2], act="relu")}
def build(name, *args, **kw):
    cls = ACT[name]
    return cls(*args, **kw)
print([build(k).__class__.__name__ for k in ACT], CFG["B"]["depth"][-1], build("silu").inplace)
layers = []
c = 3
for v in CFG["A"]:
    if v == "M":
        layers += [nn.MaxPool2d(2)]
    else:
        layers += [nn.Conv2d(c, v, 3), nn.ReLU(inplace=True)]
        c = v
print([type(l).__name__ for l in layers], c, len(nn.Sequential(*layers)))
def make_divisible(v, divisor=8, min_value=None, round_limit=.9):
    min_value = min_value or divisor
    new_v = max(min_value, int(v + divisor / 2) // divisor * divisor)
    if new_v < round_limit * v: new_v += divisor
    return new_v
print([make_divisible(x * 0.35) for x in (16, 24, 32, 96, 320)], isinstance(ACT["relu"](), nn.Module), issubclass(nn.ReLU, nn.Module), callable(ACT["silu"]), getattr(nn, "Conv2d") is nn.Conv2d, hasattr(nn, "NoSuchLayer") if False else False)
norm = eval("nn.BatchNorm2d")(4); print(type(norm).__name__, norm.num_features, globals()["make_divisible"](10), locals() is globals() if False else True)
def to_2tuple(x):
    from collections.abc import Iterable
    from itertools import repeat
    if isinstance(x, Iterable) and not isinstance(x, str): return tuple(x)
    return tuple(repeat(x, 2))
print(to_2tuple(3), to_2tuple([1, 2]), to_2tuple((4, 5, 6)))
assert all(isinstance(k, (str, type(None))) for k in ACT)
print(sum(([1] * n for n in (1, 2)), []), list(map(int, "123")), "x".join("ab"), dict(sorted({"b": 1, "a": 2}.items())), {k: type(v).__name__ for k, v in CFG.items()})
arch = "conv3x3_relu_bn"; op, *rest = arch.split("_"); print(op, rest, int(op[4]), op[-1], op.replace("conv", ""), arch.count("_"), f"{op}/{'-'.join(rest)}")
