class Registry:
    def __init__(self):
        self._layers = {}

    def register(self, name=None, force=False, layer=None):
        if layer is not None:
            self._add(name, layer, force)
            return layer

        def decorate(cls):
            self._add(name or cls.__name__, cls, force)
            return cls

        return decorate

    def _add(self, name, layer, force):
        if not force and name in self._layers:
            raise KeyError(f"{name} is already registered at {self._layers[name].__module__}")
        self._layers[name] = layer

    def build(self, name, *args):
        return self._layers[name](*args)


LAYERS = Registry()
