# Paths as values: https://docs.python.org/3/library/pathlib.html. Files are read below the folder of
# the source; what else asks the file system is refused. `resolve` and `absolute` only tidy the text.

import os.path
import fnmatch

import _files
import _io
import _python
from functools import total_ordering


@total_ordering
class PurePath:
    def __new__(cls, *args):
        return object.__new__(PurePosixPath if cls is PurePath else cls)

    def __init__(self, *args):
        text = os.path.join(*args) if args else ''
        self._root = '/' if text.startswith('/') else ''
        self._names = [name for name in text.split('/') if name not in ('', '.')]

    def _made(self, names, root=None):
        new = type(self)()
        new._root = self._root if root is None else root
        new._names = list(names)
        return new

    @property
    def parts(self):
        return ((self._root,) if self._root else ()) + tuple(self._names)

    @property
    def name(self):
        return self._names[-1] if self._names else ''

    @property
    def suffix(self):
        return os.path.splitext(self.name)[1] if not self.name.endswith('.') else ''

    @property
    def suffixes(self):
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + part for part in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:len(self.name) - len(suffix)]

    @property
    def parent(self):
        return self._made(self._names[:-1]) if self._names else self

    @property
    def parents(self):
        return tuple(self._made(self._names[:count]) for count in reversed(range(len(self._names))))

    @property
    def root(self):
        return self._root

    anchor = root
    drive = ''

    def joinpath(self, *others):
        return type(self)(self, *others)

    def __truediv__(self, key):
        if not isinstance(key, (str, PurePath)):
            return NotImplemented
        return self.joinpath(key)

    def __rtruediv__(self, key):
        if not isinstance(key, str):
            return NotImplemented
        return type(self)(key, self)

    def with_name(self, name):
        if not self._names:
            raise ValueError(f'{self!r} has an empty name')
        return self._made(self._names[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and (not suffix.startswith('.') or suffix == '.' or '/' in suffix):
            raise ValueError(f'Invalid suffix {suffix!r}')
        return self.with_name(self.stem + suffix)

    def relative_to(self, *other):
        base = type(self)(*other)
        if not self.is_relative_to(base):
            raise ValueError(f'{str(self)!r} is not in the subpath of {str(base)!r}')
        return self._made(self._names[len(base._names):], root='')

    def is_relative_to(self, *other):
        base = type(self)(*other)
        return self._root == base._root and self._names[:len(base._names)] == base._names

    def is_absolute(self):
        return bool(self._root)

    def as_posix(self):
        return str(self)

    def __fspath__(self):
        return str(self)

    def __str__(self):
        return (self._root + '/'.join(self._names)) or '.'

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __eq__(self, other):
        return isinstance(other, PurePath) and self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(self.parts)


class PurePosixPath(PurePath):
    pass


def _refused(function):
    return _python.refuse(
        f'`pathlib.Path.{function}` asks or changes the machine that the analysis runs on')


class Path(PurePath):
    def __new__(cls, *args):
        return object.__new__(PosixPath if cls is Path else cls)

    def resolve(self, strict=False):
        return type(self)(os.path.normpath(str(self)))

    def absolute(self):
        return self

    def expanduser(self):
        return self

    @classmethod
    def cwd(cls):
        return cls()

    @classmethod
    def home(cls):
        return _refused('home')

    def exists(self): return os.path.exists(self)
    def is_file(self): return os.path.isfile(self)
    def is_dir(self): return os.path.isdir(self)

    def iterdir(self):
        return iter([self / name for name in os.listdir(self)])

    def glob(self, pattern):
        if '/' in pattern or '**' in pattern:
            return _refused('glob')
        return iter([path for path in self.iterdir() if fnmatch.fnmatchcase(path.name, pattern)])

    def rglob(self, pattern): return _refused('rglob')
    def stat(self): return _refused('stat')

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        return _files.left_out(f'`Path({str(self)!r}).mkdir()`')

    def unlink(self, missing_ok=False): return _refused('unlink')

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return _io.open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        return _io.open(self, 'r', encoding=encoding).read()

    def read_bytes(self):
        return _io.open(self, 'rb').read()

    def write_text(self, *args, **kwargs): return _refused('write_text')
    def write_bytes(self, data): return _refused('write_bytes')


class PosixPath(Path):
    pass
