# The machine that would run the model is unknown, but for what `sys` states.
# https://docs.python.org/3/library/platform.html

import _python


def python_version():
    return '3.11.0'


def python_version_tuple():
    return ('3', '11', '0')


def python_implementation():
    return 'CPython'


def system():
    return 'Linux'


def _refused(function):
    return _python.refuse(f'`platform.{function}` asks the machine that the analysis runs on')


def machine(): return _refused('machine')
def processor(): return _refused('processor')
def node(): return _refused('node')
def release(): return _refused('release')
def version(): return _refused('version')
def platform(aliased=False, terse=False): return _refused('platform')
def uname(): return _refused('uname')
def architecture(): return _refused('architecture')
