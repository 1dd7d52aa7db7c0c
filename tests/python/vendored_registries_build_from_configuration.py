import copy, inspect, warnings
from collections import OrderedDict
from typing import Any, Optional, Dict, Union
class ConfigDict(OrderedDict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError as e:
            raise AttributeError(f"'{self.__class__.__name__}' object has no attribute '{name}'") from e
    def __setattr__(self, name, value): self[name] = value
    def to_dict(self): return {k: v.to_dict() if isinstance(v, ConfigDict) else v for k, v in self.items()}
def to_cfg(d):
    if isinstance(d, dict): return ConfigDict({k: to_cfg(v) for k, v in d.items()})
    if isinstance(d, (list, tuple)): return type(d)(to_cfg(v) for v in d)
    return d
cfg = to_cfg(dict(type="Net", backbone=dict(type="Res", depth=50, out=[64, 128]), norm=dict(type="BN"), heads=[dict(n=1), dict(n=2)]))
print(cfg.backbone.depth, cfg["norm"].type, cfg.heads[1].n, cfg.get("missing", 3), "norm" in cfg, cfg.to_dict()["backbone"]["out"])
try: cfg.nope
except AttributeError as e: print(e)
c2 = copy.deepcopy(cfg); c2.backbone.depth = 101; print(cfg.backbone.depth, c2.backbone.depth, type(c2).__name__, cfg == c2)
cfg.setdefault("extra", 1); cfg.pop("norm"); t = cfg.copy(); t.update(depth=3); print(list(cfg), list(t), len(t))
def build_from_cfg(cfg: Dict, registry: "dict", default_args: Optional[dict] = None) -> Any:
    if not isinstance(cfg, dict): raise TypeError(f"cfg must be a dict, but got {type(cfg)}")
    args = cfg.copy()
    if default_args is not None:
        for name, value in default_args.items(): args.setdefault(name, value)
    obj_type = args.pop("type")
    if isinstance(obj_type, str):
        obj_cls = registry.get(obj_type)
        if obj_cls is None: raise KeyError(f"{obj_type} is not in the registry")
    elif inspect.isclass(obj_type) or inspect.isfunction(obj_type): obj_cls = obj_type
    else: raise TypeError(type(obj_type))
    try:
        return obj_cls(**args)
    except Exception as e:
        raise type(e)(f"{obj_cls.__name__}: {e}")
class Res:
    def __init__(self, depth, out=(1,), style="pytorch"): self.depth, self.out, self.style = depth, out, style
    def __repr__(self): return f"{self.__class__.__name__}(depth={self.depth}, out={self.out}, style={self.style!r})"
R = {"Res": Res}
print(build_from_cfg(cfg.backbone, R, dict(style="caffe")), build_from_cfg(dict(type=Res, depth=1), R))
for bad in (dict(type="Nope"), dict(type=3), dict(type="Res", zzz=1), [1]):
    try: build_from_cfg(bad, R)
    except (KeyError, TypeError) as e: print(type(e).__name__, e)
sig = inspect.signature(Res.__init__); print([p.name for p in sig.parameters.values()], {k: v.default for k, v in sig.parameters.items() if v.default is not inspect.Parameter.empty}, str(sig), inspect.signature(Res).parameters.keys() == {"depth", "out", "style"})
kw = {k: v for k, v in dict(depth=2, bogus=1).items() if k in inspect.signature(Res).parameters}; print(Res(**kw))
