"""Every registered builder of timm, on images smaller than its configuration's where it takes them."""
import timm.models

from harness.zoo.entry import Entry, image

# The smallest squares that some files' models, and some models, can take.
_SMALLEST = {"bat_resnext26ts": 256, "deepseek_vit": 112, "byoanet": 256, "byobnet": 128,
             "inception_v3": 139, "inception_v4": 139, "inception_resnet_v2": 139, "nasnet": 139,
             "pnasnet": 139, "vit_intern300m_patch14_448": 112}
_SMALL = 96
# Models of all other files that are made for one size take another as an argument.
_OF_ONE_SIZE = {"crossvit", "efficientformer"}
# Tables of relative positions, filled by millions of steps of Python.
_OPTIONS = {"tiny_vit_21m_512": ["--max-steps", "100000000"]}


def entries() -> list[Entry]:
    found = []
    for name in timm.list_models():
        module = timm.models.model_entrypoint(name).__module__
        config = timm.models.get_pretrained_cfg(name)
        channels, height, width = config.input_size if config else (3, 224, 224)
        call, part = name, module.rsplit(".", 1)[-1]
        if config and height == width and part not in _OF_ONE_SIZE:
            smallest = min(height, _SMALLEST.get(name) or _SMALLEST.get(part, _SMALL))
            if config.fixed_input_size and smallest < height:
                call = f"{name}(img_size={smallest})"
            height = width = smallest
        options = image((height, width), channels=channels) + _OPTIONS.get(name, [])
        found.append(Entry(name, module, call, options, calibrate=[2, channels, height, width]))
    return found
