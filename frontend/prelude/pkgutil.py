"""Files that lie beside a module: https://docs.python.org/3/library/pkgutil.html"""
import os
from _io import open as _open
from importlib import import_module as _import_module

__module__ = 'pkgutil'


def get_data(package, resource):
    """The bytes of a file in the folder of a module, whose path is given with slashes."""
    with _open(os.path.join(os.path.dirname(_import_module(package).__file__), *resource.split('/')), 'rb') as file:
        return file.read()


def resolve_name(name):
    """What a dotted name stands for: `package.module:object`, or without the colon."""
    module, colon, rest = name.partition(':')
    if colon:
        found = _import_module(module)
        for part in rest.split('.') if rest else []:
            found = getattr(found, part)
        return found
    head, *parts = name.split('.')
    found = _import_module(head)
    while parts:
        head += '.' + parts[0]
        try:
            found = _import_module(head)
        except ImportError:
            break
        parts.pop(0)
    for part in parts:
        found = getattr(found, part)
    return found


def extend_path(path, name):
    """A package has one folder here."""
    return path
