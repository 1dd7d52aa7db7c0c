"""Stands in for packages that OpenMMLab's packages import as they load and that none of the zoo's
models of theirs uses: each module is empty, and each name in it a class of no use."""
import importlib.abc
import importlib.machinery
import sys
import types

import numpy

_ABSENT = {"albumentations", "av", "chumpy", "clip", "controlnet_aux", "face_alignment",
           "facexlib", "ftfy", "imageio", "json_tricks", "lpips", "markdown", "mmcls",
           "modelindex", "munkres", "numba", "onnxruntime", "open_clip", "ordered_set", "pandas",
           "polars", "prettytable", "pycocotools", "resampy", "resize_right", "sahi", "seaborn",
           "shapely", "skimage", "terminaltables", "xformers", "xtcocotools"}
# There, but of another version than mmagic knows, or compiled.
_HIDDEN = {"diffusers", "mmcv._ext"}


def _is_protocol(name: str) -> bool:
    return name.startswith("__")


class _Named(type):
    def __getattr__(cls, name):
        if _is_protocol(name):
            raise AttributeError(name)
        return cls


class _Anything(metaclass=_Named):
    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, *args, **kwargs):
        return self

    def __getattr__(self, name):
        if _is_protocol(name):
            raise AttributeError(name)
        return _Anything


class _Module(types.ModuleType):
    __path__: list[str] = []

    def __getattr__(self, name):
        if _is_protocol(name):
            raise AttributeError(name)
        made = _Named(name, (_Anything,), {})  # of its own: a class may have two of them as bases
        setattr(self, name, made)
        return made


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, names: set[str]):
        self.names = names

    def find_spec(self, name, path=None, target=None):
        if name in self.names or name.partition(".")[0] in self.names:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return _Module(spec.name)

    def exec_module(self, module):
        pass


sys.meta_path.insert(0, _Finder(_HIDDEN))
sys.meta_path.append(_Finder(_ABSENT))
if not hasattr(numpy, "bool8"):  # of NumPy 1
    numpy.bool8 = numpy.bool_
