"""torch.compiler: compiling changes no numbers."""
import _native

__module__ = 'torch.compiler'


def compile(model=None, **options):
    return (lambda f: f) if model is None else model


def disable(fn=None, recursive=True):
    return (lambda f: f) if fn is None else fn


def allow_in_graph(fn):
    return fn


def is_compiling():
    return False


def is_dynamo_compiling():
    return False


def is_exporting():
    return _native.answers_as_export()


def reset():
    return None
