import re
from copy import deepcopy
def decode(block):
    ops = block.split("_")
    options = {}
    for op in ops[1:]:
        splits = re.split(r"(\d.*)", op)
        if len(splits) >= 2:
            key, value = splits[:2]
            options[key] = value
    return dict(type=ops[0], k=int(options["k"]), s=int(options.get("s", 1)), e=float(options.get("e", 1)), c=int(options["c"]), r=int(options["r"]), se=options.get("se"))
print([decode(b) for b in ["ds_r1_k3_s1_e1_c16_se0.25", "ir_r2_k5_s2_e6.5_c24"]])
def scale(stack, m):
    out = []
    for ba in stack:
        n = max(1, int(round(ba["r"] * m)))
        out.extend([deepcopy(ba) for _ in range(n)])
    return out
print(len(scale([decode("ir_r2_k5_s2_e6_c24")], 1.4)))
name = "model.layers.12.self_attn.q_proj.weight"
print(re.sub(r"layers\.(\d+)", lambda m: f"blocks.{int(m[1]) + 1}", name), re.search(r"\.(\d+)\.", name).group(1), re.match(r"^(.*)\.weight$", name)[1].rsplit(".", 1)[-1], bool(re.match("(model|decoder)\\.", name)), re.findall(r"[a-z]+_[a-z]+", name), [m.start() for m in re.finditer("e", name)][:3], re.compile(r"\.(?=q_proj)").split(name))
camel = "DetrResNetBackbone"; print(re.sub(r"(?<!^)(?=[A-Z])", "_", camel).lower(), re.findall("[A-Z][a-z]*", camel), re.fullmatch(r"[\w.]+", name) is not None, re.split(r"[._]", name)[:4], re.sub("[aeiou]", "", camel), re.subn(r"\d", "#", "a1b2"), re.escape("a.b"), re.match(r"(?P<a>\w)(?P<b>\d)?", "x").groupdict())
keys = {"a.w": 1, "module.b.w": 2}; print({re.sub(r"^module\.", "", k): v for k, v in keys.items()}, {k[len("module."):] if k.startswith("module.") else k: v for k, v in keys.items()})
