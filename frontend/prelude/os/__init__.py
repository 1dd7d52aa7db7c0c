# The operating system as an analysis sees it: there is no environment but what the program puts
# into it, no working directory but `.`, and no files but those below the folder of the source.
# What would depend on others is refused; folders that would be made are left out.
# https://docs.python.org/3/library/os.html

import _files
import _python

name = 'posix'
sep = '/'
altsep = None
extsep = '.'
pathsep = ':'
linesep = '\n'
curdir = '.'
pardir = '..'
devnull = '/dev/null'
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1


class _Environ(dict):
    def __setitem__(self, key, value):
        if not isinstance(value, str):
            raise TypeError(f'str expected, not {type(value).__name__}')
        super().__setitem__(key, value)

    def copy(self):
        return dict(self)


environ = _Environ()


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    environ[name] = value


def unsetenv(name, /):
    environ.pop(name, None)


def getcwd():
    return '.'


class PathLike:
    def __fspath__(self):
        raise NotImplementedError


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(type(path), '__fspath__'):
        return path.__fspath__()
    raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')


def _refused(function):
    return _python.refuse(f'`os.{function}` asks the machine that the analysis runs on')


def listdir(path='.'): return _files.names(fspath(path))
def scandir(path='.'): return _refused('scandir')
def walk(top, topdown=True, onerror=None, followlinks=False): return _refused('walk')
def stat(path, **kwargs): return _refused('stat')
def mkdir(path, mode=0o777, **kwargs): return _files.left_out(f'`os.mkdir({path!r})`')
def makedirs(name, mode=0o777, exist_ok=False): return _files.left_out(f'`os.makedirs({name!r})`')
def remove(path, **kwargs): return _refused('remove')
def unlink(path, **kwargs): return _refused('unlink')
def rename(src, dst, **kwargs): return _refused('rename')
def access(path, mode, **kwargs): return _refused('access')
def chdir(path): return _refused('chdir')
def cpu_count(): return _refused('cpu_count')
def getpid(): return _refused('getpid')
def urandom(size, /): return _refused('urandom')
def system(command): return _refused('system')
def popen(cmd, mode='r', buffering=-1): return _refused('popen')
def uname(): return _refused('uname')
