# POSIX paths as text; of the file system, what lies below the folder of the source. A relative path stays relative where
# CPython would put the working directory before it. https://docs.python.org/3/library/os.path.html

import _files
import _python

__module__ = 'os.path'

sep = '/'
curdir = '.'
pardir = '..'
extsep = '.'
altsep = None
pathsep = ':'


def _text(path):
    return path.__fspath__() if hasattr(type(path), '__fspath__') else path


def join(path, *paths):
    result = _text(path)
    for part in paths:
        part = _text(part)
        if part.startswith('/') or not result:
            result = part
        elif result.endswith('/'):
            result += part
        else:
            result += '/' + part
    return result


def split(path):
    path = _text(path)
    cut = path.rfind('/') + 1
    head, tail = path[:cut], path[cut:]
    if head.strip('/'):
        head = head.rstrip('/')
    return head, tail


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def splitext(path):
    path = _text(path)
    start = path.rfind('/') + 1
    dot = path.rfind('.')
    # Leading dots belong to the name.
    if dot <= start or not path[start:dot].strip('.'):
        return path, ''
    return path[:dot], path[dot:]


def splitdrive(path):
    return '', _text(path)


def isabs(path):
    return _text(path).startswith('/')


def normpath(path):
    path = _text(path)
    absolute = path.startswith('/')
    lead = '//' if path.startswith('//') and not path.startswith('///') else '/' * absolute
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part == '..' and ((parts and parts[-1] != '..') or (absolute and not parts)):
            if parts:
                parts.pop()
        else:
            parts.append(part)
    return (lead + '/'.join(parts)) or '.'


def abspath(path):
    return normpath(path)


def realpath(path, *, strict=False):
    return normpath(path)


def normcase(path):
    return _text(path)


def expanduser(path):
    return _text(path)


def expandvars(path):
    return _text(path)


def relpath(path, start='.'):
    here = [part for part in normpath(start).split('/') if part and part != '.']
    there = [part for part in normpath(path).split('/') if part and part != '.']
    common = 0
    while common < min(len(here), len(there)) and here[common] == there[common]:
        common += 1
    return '/'.join(['..'] * (len(here) - common) + there[common:]) or '.'


def commonprefix(paths):
    if not paths:
        return ''
    low, high = min(paths), max(paths)
    for position, char in enumerate(low):
        if char != high[position]:
            return low[:position]
    return low


def _refused(function):
    return _python.refuse(
        f'`os.path.{function}` asks the file system, which the analysis never reads')


def exists(path): return _files.kind(_text(path)) != ''
def isfile(path): return _files.kind(_text(path)) == 'file'
def isdir(path): return _files.kind(_text(path)) == 'folder'


lexists = exists
def islink(path): return _refused('islink')
def getsize(path): return _refused('getsize')
def getmtime(path): return _refused('getmtime')
def samefile(path1, path2): return _refused('samefile')
