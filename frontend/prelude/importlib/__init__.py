# Imports by name: https://docs.python.org/3/library/importlib.html

import _python


def import_module(name, package=None):
    level = len(name) - len(name.lstrip('.'))
    if level:
        if not package:
            raise TypeError('the \'package\' argument is required to perform a relative import '
                            f'for {name!r}')
        parts = package.split('.')
        if level > len(parts):
            raise ImportError('attempted relative import beyond top-level package')
        base = '.'.join(parts[:len(parts) - level + 1])
        name = f'{base}.{name[level:]}' if name[level:] else base
    return _python.import_module(name)


def reload(module):
    return module


def invalidate_caches():
    pass
