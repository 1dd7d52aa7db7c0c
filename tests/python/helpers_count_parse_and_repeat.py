import collections.abc, math, functools
from itertools import repeat
from typing import List, Union
def _ntuple(n):
    def parse(x):
        if isinstance(x, collections.abc.Iterable) and not isinstance(x, str): return tuple(x)
        return tuple(repeat(x, n))
    return parse
to_2tuple = _ntuple(2); print(to_2tuple(3), to_2tuple((1, 2)), _ntuple(4)("ab"), to_2tuple.__name__)
def get_padding(k, s=1, d=1, **_): return ((s - 1) + d * (k - 1)) // 2
def same(x, k, s, d): return max((math.ceil(x / s) - 1) * s + (k - 1) * d + 1 - x, 0)
print([get_padding(k) for k in (1, 3, 5)], [same(x, 3, 2, 1) for x in (7, 8)], math.floor(7 / 2), -(-7 // 2), (7 + 2 * 1 - 3) // 2 + 1)
dpr = [x / 10 * 0.1 for x in range(11)]; depths = [2, 2, 6]; print([dpr[sum(depths[:i]):sum(depths[:i + 1])][0] for i in range(3)], [round(d, 3) for d in dpr[-2:]])
def named_apply(fn, tree, name="", depth_first=True):
    if not depth_first: fn(tree, name)
    for k, v in tree.items():
        named_apply(fn, v, ".".join((name, k)) if name else k, depth_first)
    if depth_first: fn(tree, name)
seen = []; named_apply(lambda t, n: seen.append(n), {"a": {"b": {}, "c": {}}}); print(seen)
def adapt(keys, prefix="module."): return OrderedDict((k[len(prefix):], v) if k.startswith(prefix) else (k, v) for k, v in keys.items())
from collections import OrderedDict
print(adapt({"module.a": 1, "b": 2}), [*zip(*[(1, 2), (3, 4)])], list(zip(*[iter(range(6))] * 2)), [list(range(i, i + 2)) for i in range(0, 4, 2)], sum(map(len, ["ab", "c"])), [a for b in [[1, [2]], [3]] for a in b])
def checkpoint_filter(sd, model=None):
    out = {}
    for k, v in sd.items():
        if "head" in k: continue
        k = k.replace("norm.", "bn.") if "norm" in k else k
        if ".attn." in k and k.endswith(("weight", "bias")): k, v = k.upper(), -v
        out[k] = v
    return out
print(checkpoint_filter({"head.w": 1, "a.norm.w": 2, "b.attn.weight": 3}))
class Stage:
    def __init__(self, block, n, *, stride=1, **kw): self.blocks = [block(i, stride=stride if i == 0 else 1, **kw) for i in range(n)]
    def __len__(self): return len(self.blocks)
class Block:
    expansion: int = 4
    def __init__(self, i, stride, width=8, norm_layer=None): self.i, self.stride, self.out = i, stride, width * self.expansion; self.norm = (norm_layer or dict)()
print([(b.i, b.stride, b.out, b.norm) for b in Stage(Block, 2, stride=2, width=4, norm_layer=functools.partial(dict, eps=1)).blocks], Block.expansion)
def parse(n: Union[int, List[int]], default: int = 1) -> List[int]:
    return [n] * default if isinstance(n, int) else list(n)
print(parse(3, 2), parse([1]), sorted(parse.__annotations__), isinstance(True, int), isinstance(1, bool), type(1) == int, type([]) in (list, tuple), isinstance(None, type(None)), (lambda: None)() is None)
levels = {f"p{i}": 2 ** i for i in range(3, 6)}; print(levels, max(levels.values()), [*levels][::-1], sorted(levels, key=levels.get, reverse=True)[:1], {v: k for k, v in levels.items()}[8], list(map(lambda kv: kv[0], filter(lambda kv: kv[1] > 8, levels.items()))), sum(levels.values()) / len(levels), dict.fromkeys(levels, 0))
print(int(math.log2(64)), round(0.1 * 3, 10), 224 // 16 * 224 // 16, (224 // 16) ** 2 + 1, 0.5 ** 0.5, 1e-5 == 0.00001, 3 * 1.0, 7 / 2 * 2, int(2.999), 1 - 0.9, f"{1 - 0.9:.2f}", 1_000_000, 0xff, 0o17, 0b101, 1e3, .5, 5., 10 % 3.5, 2 ** 31 - 1, 1 << 30, -7 // 2, abs(-0.0), round(-0.5), round(1.5), round(2.5), math.ceil(-0.5), math.floor(-0.5), 5 // 0.3, divmod(5, 0.3))
