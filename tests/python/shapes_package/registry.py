KNOWN = {}
_private = 1


def register(name):
    def wrap(cls):
        KNOWN[name] = cls
        return cls
    return wrap


def make(name, **kwargs):
    return KNOWN[name](**kwargs)
