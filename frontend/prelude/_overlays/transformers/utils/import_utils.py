# Packages whose names are imported when they are first asked for. The library reads all of its
# files to know which one offers a name; here only the one that does is looked for.

from importlib import import_module
from types import ModuleType

import _python

__module__ = 'transformers.utils.import_utils'
__all__ = ['_LazyModule', 'define_import_structure']


class _Structure(dict):
    """What the files below a folder offer, listed or not."""


def define_import_structure(module_path, prefix=None):
    structure = _Structure({frozenset(): {}})
    structure.path = str(module_path)
    structure.prefix = prefix
    return structure


class _LazyModule(ModuleType):
    def __init__(self, name, module_file, import_structure, module_spec=None, extra_objects=None,
                 explicit_import_shortcut=None):
        super().__init__(name)
        self.__file__ = module_file
        self.__spec__ = module_spec
        self._objects = dict(extra_objects or {})
        self._structure = import_structure
        self._modules = set()
        self._module_of = {}
        by_backends = any(isinstance(key, frozenset) for key in import_structure)
        for part in import_structure.values() if by_backends else [import_structure]:
            for module, names in part.items():
                self._modules.add(module)
                for each in names:
                    self._module_of[each] = module

    def __getattr__(self, name):
        if name in self._objects:
            return self._objects[name]
        if name in self._module_of:
            return getattr(self._get_module(self._module_of[name]), name)
        if name in self._modules:
            return self._get_module(name)
        if isinstance(self._structure, _Structure):
            found = _python.exporting_module(self._structure.path, name)
            if found is not None:
                prefix = self._structure.prefix
                return getattr(self._get_module(f'{prefix}.{found}' if prefix else found), name)
        raise AttributeError(f'module {self.__name__} has no attribute {name}')

    def _get_module(self, module_name):
        return import_module('.' + module_name, self.__name__)
