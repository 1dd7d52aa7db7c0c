_builders = {}
_files = set()
_order = []
WIDTHS = {"narrow": 2}


def register(fn):
    _builders[fn.__name__] = fn
    _files.add(fn.__module__.rsplit(".", 1)[-1])
    _order.append(fn.__name__)
    return fn


def create(name, **options):
    if name not in _builders:
        raise RuntimeError(f"Unknown model ({name})")
    return _builders[name](**options)


def list_models():
    return sorted(_builders)


def count_files():
    return len(_files), len(_order)


class Registry:
    def __init__(self, name):
        self.name, self.classes = name, dict()

    def register_module(self, cls):
        self.classes[cls.__name__] = cls
        return cls

    def get(self, name):
        return self.classes.get(name)


LAYERS = Registry("layers")
