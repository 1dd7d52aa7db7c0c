# What would run when the program ends never does: https://docs.python.org/3/library/atexit.html


def register(func, *args, **kwargs):
    return func


def unregister(func):
    pass
