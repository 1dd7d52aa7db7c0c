# Garbage collection has no effect on results: https://docs.python.org/3/library/gc.html


def collect(generation=2):
    return 0


def enable():
    pass


def disable():
    pass


def isenabled():
    return True


def freeze():
    pass
