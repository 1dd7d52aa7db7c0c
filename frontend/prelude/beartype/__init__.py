"""Checks of types when functions are called: a program that passes them computes the same without."""


def beartype(obj=None, *, conf=None):
    return obj if obj is not None else lambda made: made


class BeartypeConf:
    def __init__(self, **settings):
        self.__dict__.update(settings)


class BeartypeStrategy:
    O0 = O1 = Ologn = On = None
