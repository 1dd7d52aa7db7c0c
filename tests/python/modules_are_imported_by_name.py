import importlib
import importlib.util
import sys

name = 'collections'
print(importlib.import_module(name).OrderedDict(a=1),
      importlib.import_module('os.path').basename('/x/y'))
print(importlib.util.find_spec('no_such_module_anywhere') is None,
      importlib.util.find_spec('functools') is not None)
try:
    import no_such_module_anywhere
    print(no_such_module_anywhere.x)
except ImportError as error:
    print(type(error).__name__)
print(sys.version_info >= (3, 8), sys.modules[__name__].name,
      getattr(sys.modules[__name__], 'nope', 0))
