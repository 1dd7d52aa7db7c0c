"""torch.jit as plain Python: scripting and tracing leave a function what it was."""
import _native
from typing import Final

from ..nn.modules.module import Module

__module__ = 'torch.jit'


def _as_is(function):
    return function


def script(obj, optimize=None, _frames_up=0, _rcb=None, example_inputs=None):
    return obj


def trace(func, example_inputs=None, **options):
    return func


def trace_module(mod, inputs=None, **options):
    return mod


def script_if_tracing(fn):
    return fn


def _script_if_tracing(fn):
    return fn


def ignore(drop=False, **options):
    """@ignore and @ignore(drop=True)."""
    return drop if callable(drop) else _as_is


def unused(fn):
    return fn


def export(fn):
    return fn


def interface(cls):
    return cls


def _overload(func):
    return func


def _overload_method(func):
    return func


def is_scripting():
    return False


def is_tracing():
    return _native.answers_as_export()


def annotate(the_type, the_value):
    return the_value


def isinstance(obj, target_type):
    import builtins
    return builtins.isinstance(obj, target_type)


def fork(func, *args, **kwargs):
    """Run at once; what is returned holds the result."""
    return Future(func(*args, **kwargs))


def wait(future):
    return future.wait()


class Future:

    def __init__(self, value):
        self.result = value

    def wait(self):
        return self.result


def freeze(mod, preserved_attrs=None, optimize_numerics=True):
    return mod


def optimize_for_inference(mod, other_methods=None):
    return mod


def set_fusion_strategy(strategy):
    return None


def load(f, map_location=None, _extra_files=None):
    return _native.refuse('`torch.jit.load`: files are not read while a model is analysed')


def save(m, f, _extra_files=None):
    return _native.refuse('`torch.jit.save`: an analysed model has nothing to save')


def script_method(fn):
    return fn


class Attribute:

    def __new__(cls, value, type):
        return value


class ScriptModule(Module):
    """A module whose methods are scripted, which computes the same."""


class ScriptFunction:
    """Only a name for isinstance."""


class RecursiveScriptModule(ScriptModule):
    """Only a name for isinstance."""
