import json
from typing import Optional
class PretrainedConfig:
    model_type = ""
    attribute_map = {}
    def __setattr__(self, key, value):
        if key in super().__getattribute__("attribute_map"): key = super().__getattribute__("attribute_map")[key]
        super().__setattr__(key, value)
    def __getattribute__(self, key):
        if key != "attribute_map" and key in super().__getattribute__("attribute_map"): key = super().__getattribute__("attribute_map")[key]
        return super().__getattribute__(key)
    def __init__(self, **kwargs):
        self.output_attentions = kwargs.pop("output_attentions", False)
        self.return_dict = kwargs.pop("return_dict", True)
        self.num_labels = kwargs.pop("num_labels", 2)
        for key, value in kwargs.items():
            try: setattr(self, key, value)
            except AttributeError as err: raise err
    @property
    def use_return_dict(self): return self.return_dict and not getattr(self, "torchscript", False)
    @property
    def num_labels(self): return len(self.id2label)
    @num_labels.setter
    def num_labels(self, n):
        if not hasattr(self, "id2label") or self.id2label is None or len(self.id2label) != n:
            self.id2label = {i: f"LABEL_{i}" for i in range(n)}
            self.label2id = dict(zip(self.id2label.values(), self.id2label.keys()))
    @classmethod
    def from_dict(cls, d, **kw): return cls(**{**d, **kw})
    def to_dict(self): return {k: v for k, v in self.__dict__.items() if not k.startswith("_")}
    def __eq__(self, o): return isinstance(o, type(self)) and self.__dict__ == o.__dict__
class BertConfig(PretrainedConfig):
    model_type = "bert"
    attribute_map = {"n_embd": "hidden_size", "n_layer": "num_hidden_layers"}
    def __init__(self, vocab_size=30522, hidden_size=768, num_hidden_layers=12, num_attention_heads=12, hidden_act="gelu", pad_token_id=0, position_embedding_type: Optional[str] = "absolute", **kwargs):
        super().__init__(pad_token_id=pad_token_id, **kwargs)
        self.vocab_size = vocab_size
        self.hidden_size = hidden_size
        self.num_hidden_layers = num_hidden_layers
        self.num_attention_heads = num_attention_heads
        self.hidden_act = hidden_act
c = BertConfig(hidden_size=32, custom="x")
print(c.n_embd, c.n_layer, c.custom, c.num_labels, c.use_return_dict, c.id2label, c.label2id, c.pad_token_id)
c.n_embd = 64; print(c.hidden_size, hasattr(c, "n_embd"), hasattr(c, "zzz"), getattr(c, "rope", None), c.model_type)
d = BertConfig.from_dict({"vocab_size": 5}, num_labels=3); print(d.vocab_size, d.num_labels, sorted(d.to_dict()), d == BertConfig(vocab_size=5, num_labels=3), d != c)
print(json.dumps(d.to_dict(), sort_keys=True)[:120])
if c.hidden_size % c.num_attention_heads != 0 and not hasattr(c, "embedding_size"):
    print("The hidden size (%d) is not a multiple of the number of attention heads (%d)" % (c.hidden_size, c.num_attention_heads))
