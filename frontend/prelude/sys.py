# What a program sees of the Python that would run it: a Linux CPython 3.11 started without
# arguments. https://docs.python.org/3/library/sys.html

from collections import namedtuple
from types import SimpleNamespace

import _python

_VersionInfo = namedtuple('version_info', ['major', 'minor', 'micro', 'releaselevel', 'serial'])


class _Modules:
    """Modules by name. Which ones happen to be loaded is a matter of the analysis, so what can be
    imported counts as present."""

    def __init__(self):
        self._given = {}

    def __getitem__(self, name):
        if name in self._given:
            return self._given[name]
        try:
            return _python.import_module(name)
        except ModuleNotFoundError:
            raise KeyError(name) from None

    def __setitem__(self, name, module):
        self._given[name] = module
        _python.replace_module(name, module)

    def __contains__(self, name):
        return self.get(name) is not None

    def get(self, name, default=None):
        try:
            return self[name]
        except KeyError:
            return default

    def setdefault(self, name, default=None):
        if name not in self:
            self[name] = default
        return self[name]


class _Stream:
    """A text stream that goes nowhere."""

    encoding = 'utf-8'
    errors = 'strict'
    closed = False

    def __init__(self, name):
        self.name = name

    def write(self, s):
        return len(s)

    def writelines(self, lines):
        pass

    def flush(self):
        pass

    def isatty(self):
        return False


version_info = _VersionInfo(3, 11, 0, 'final', 0)
version = '3.11.0 (main) [GCC]'
hexversion = 0x030b00f0
api_version = 1013
implementation = SimpleNamespace(name='cpython', version=version_info, cache_tag='cpython-311')
platform = 'linux'
byteorder = 'little'
maxsize = 9223372036854775807
maxunicode = 0x10ffff
float_info = SimpleNamespace(
    max=1.7976931348623157e+308, min=2.2250738585072014e-308, epsilon=2.220446049250313e-16,
    dig=15, mant_dig=53, radix=2, max_exp=1024, min_exp=-1021, max_10_exp=308, min_10_exp=-307)
argv = ['']
path = []
meta_path = []
path_hooks = []
flags = SimpleNamespace(debug=0, optimize=0, interactive=0, verbose=0)
dont_write_bytecode = False
executable = ''
prefix = exec_prefix = base_prefix = '/usr'
stdin = _Stream('<stdin>')
stdout = __stdout__ = _Stream('<stdout>')
stderr = __stderr__ = _Stream('<stderr>')
modules = _Modules()


def exit(status=None, /):
    raise SystemExit(status)


def intern(string, /):
    return string


def getrecursionlimit():
    return 1000


def setrecursionlimit(limit, /):
    pass


def getdefaultencoding():
    return 'utf-8'


def getfilesystemencoding():
    return 'utf-8'


def getsizeof(object, default=None):
    return _python.refuse('`sys.getsizeof` asks for the memory of the machine that runs the model')


def exc_info():
    return _python.refuse('`sys.exc_info` is not supported',
                          'use `except ... as error` and its name')


class _Code:
    def __init__(self, name, filename):
        self.co_name, self.co_filename = name, filename


class _Frame:
    """A call of the program that is running, or the module that is being read."""

    def __init__(self, module, name, line, callers):
        self.f_globals, self.f_lineno = module.__dict__, line
        self.f_code = _Code(name, getattr(module, '__file__', None))
        self._callers = callers

    @property
    def f_back(self):
        if not self._callers:
            return _python.refuse('`f_back` of a module that is being read: who imports it first is '
                                  'not decided as Python does')
        return _Frame(*self._callers[0], self._callers[1:])

    @property
    def f_locals(self):
        return _python.refuse('`f_locals` looks at the running interpreter')


def _getframe(depth=0, /):
    calls = _python.running_calls()
    if depth >= len(calls):
        return _python.refuse('`sys._getframe` looks beyond the module that is being read: who imports '
                              'it first is not decided as Python does')
    return _Frame(*calls[depth], calls[depth + 1:])


def settrace(function, /):
    pass


def gettrace():
    return None
