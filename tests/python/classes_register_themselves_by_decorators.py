class Registry:
    def __init__(self, name):
        self._name = name
        self._modules = {}

    def register_module(self, name=None, force=False, module=None):
        if module is not None:
            return self._register(module, name, force)
        def wrap(cls):
            return self._register(cls, name, force)
        return wrap

    def register(self, obj=None):
        if obj is None:
            def deco(func_or_class):
                self._modules[func_or_class.__name__] = func_or_class
                return func_or_class
            return deco
        self._modules[obj.__name__] = obj
        return obj

    def _register(self, cls, name, force):
        names = [name] if isinstance(name, str) else name or [cls.__name__]
        for n in names:
            if not force and n in self._modules:
                raise KeyError(f"{n} is already registered in {self._name}")
            self._modules[n] = cls
        return cls

    def get(self, key):
        return self._modules.get(key)

    def build(self, cfg, **defaults):
        args = dict(defaults, **cfg)
        return self.get(args.pop("type"))(**args)

    def __contains__(self, key):
        return key in self._modules

    def __len__(self):
        return len(self._modules)

    def __repr__(self):
        return f"{self.__class__.__name__}(name={self._name}, items={sorted(self._modules)})"

MODELS = BACKBONES = HEADS = NECKS = Registry("model")
META_ARCH_REGISTRY = Registry("arch")
ROI_HEADS_REGISTRY = Registry("heads")

@BACKBONES.register_module()
class Net:
    def __init__(self, depth, width=8):
        self.depth, self.width = depth, width

@HEADS.register_module(name="MyHead")
@NECKS.register_module(name=["NeckA", "NeckB"])
class Head:
    def __init__(self, n=1):
        self.n = n

@MODELS.register_module()
class Whole:
    def __init__(self, backbone, head=None):
        self.backbone = MODELS.build(backbone)
        self.head = MODELS.build(head, n=4) if head else None

@META_ARCH_REGISTRY.register()
class Arch: pass

@ROI_HEADS_REGISTRY.register()
class Roi: pass

META_ARCH_REGISTRY.register(Roi)
print(MODELS, len(MODELS), "Net" in MODELS, "Nothing" in MODELS)
w = MODELS.build(dict(type="Whole", backbone=dict(type="Net", depth=50), head={"type": "MyHead"}))
print(w.backbone.depth, w.backbone.width, w.head.n)
try:
    MODELS.register_module(module=Net)
except KeyError as e:
    print(e)
print(META_ARCH_REGISTRY, ROI_HEADS_REGISTRY.get("Roi") is Roi)
