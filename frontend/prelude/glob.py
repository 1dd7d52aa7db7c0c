"""Paths by patterns, in order: https://docs.python.org/3/library/glob.html"""
import fnmatch
import os

__module__ = 'glob'


def has_magic(s):
    return any(c in s for c in '*?[')


def escape(pathname):
    return ''.join(f'[{c}]' if c in '*?[' else c for c in pathname)


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname, start = os.fspath(pathname), '' if root_dir is None else os.fspath(root_dir)
    found = ['/'] if pathname.startswith('/') else ['']
    parts = [part for part in pathname.split('/') if part]
    for i in range(len(parts)):
        part, last = parts[i], i == len(parts) - 1
        if recursive and part == '**':
            tops = found
            found = [deep for path in found for deep in _folders(start, path, include_hidden)]
            if last:
                found += [os.path.join(path, name) for path in found
                          for name in _names(start, path, '*', include_hidden)
                          if not os.path.isdir(os.path.join(start, path, name))]
                found = [os.path.join(path, '') if path in tops and path else path for path in found]
        elif has_magic(part):
            found = [os.path.join(path, name) for path in found
                     for name in _names(start, path, part, include_hidden)]
        else:
            found = [os.path.join(path, part) for path in found]
            if last:
                found = [path for path in found if os.path.exists(os.path.join(start, path))]
    if pathname.endswith('/'):
        found = [os.path.join(path, '') for path in found
                 if os.path.isdir(os.path.join(start, path))]
    return [path for path in found if path]


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return iter(glob(pathname, root_dir=root_dir, recursive=recursive,
                     include_hidden=include_hidden))


def _names(start, path, pattern, include_hidden):
    folder = os.path.join(start, path) or '.'
    if not os.path.isdir(folder):
        return []
    return [name for name in os.listdir(folder) if fnmatch.fnmatchcase(name, pattern)
            and (include_hidden or pattern.startswith('.') or not name.startswith('.'))]


def _folders(start, path, include_hidden):
    """The folder and all that are below it."""
    found = [path]
    for name in _names(start, path, '*', include_hidden):
        inner = os.path.join(path, name)
        if os.path.isdir(os.path.join(start, inner)):
            found += _folders(start, inner, include_hidden)
    return found
