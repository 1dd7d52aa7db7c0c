from collections import OrderedDict
from dataclasses import dataclass, fields
from typing import Any, Optional, Tuple
class ModelOutput(OrderedDict):
    def __init_subclass__(cls) -> None: pass
    def __post_init__(self):
        class_fields = fields(self)
        if not len(class_fields): raise ValueError("no fields")
        first = getattr(self, class_fields[0].name)
        others_none = all(getattr(self, f.name) is None for f in class_fields[1:])
        for f in class_fields:
            v = getattr(self, f.name)
            if v is not None: self[f.name] = v
    def __delitem__(self, *a, **k): raise Exception("cannot delete")
    def __getitem__(self, k):
        if isinstance(k, str):
            inner = dict(self.items())
            return inner[k]
        return self.to_tuple()[k]
    def __setattr__(self, name, value):
        if name in self.keys() and value is not None: super().__setitem__(name, value)
        super().__setattr__(name, value)
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        super().__setattr__(key, value)
    def to_tuple(self) -> Tuple[Any]: return tuple(self[k] for k in self.keys())
@dataclass
class Out(ModelOutput):
    loss: Optional[float] = None
    logits: float = None
    hidden: Optional[Tuple[float, ...]] = None
o = Out(logits=2.0, hidden=(1.0,))
print(o.logits, o["logits"], o[0], o[:1], o.to_tuple(), list(o), o.loss, "loss" in o, len(o), o.hidden[0], isinstance(o, dict), {**o})
o.logits = 5.0; print(o["logits"], o[0]); o["hidden"] = (3.0,); print(o.hidden, o.keys(), o == Out(logits=5.0, hidden=(3.0,)))
loss, = (o.loss,); a, b = o.to_tuple(); print(a, b, tuple(v for v in [1, None, 2] if v is not None))
try: del o["logits"]
except Exception as e: print(e)
