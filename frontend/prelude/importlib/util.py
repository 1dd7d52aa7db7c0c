# Which modules there are: those of the prelude, and those below the roots of the analysis.

import _python

__module__ = 'importlib.util'


class ModuleSpec:
    def __init__(self, name):
        self.name = name
        self.loader = None
        self.origin = None
        self.submodule_search_locations = None


def find_spec(name, package=None):
    try:
        _python.import_module(name)
    except ModuleNotFoundError:
        return None
    return ModuleSpec(name)


def spec_from_file_location(name, location=None, **kwargs):
    return _python.refuse('`importlib.util.spec_from_file_location` loads code by file name',
                          'import the module, and name its folder with -I')


def module_from_spec(spec):
    return _python.import_module(spec.name)
