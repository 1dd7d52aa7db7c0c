from . import later

SIZES = dict(narrow=1, wide=2)


def half(x):
    return x / 2 if later.FACTOR else x
