# Gives its names when it is asked for them, by what they are called in.
places = {"Scales": "scales"}


def __getattr__(name):
    import sys

    if name not in places:
        raise AttributeError(name)
    module = __import__(f"{__name__}.{places[name]}", fromlist=[name])
    return getattr(sys.modules[module.__name__], name)
