# A warning is printed when the model runs in Python and cannot be in the exported graph: the
# analysis records it as an assumption. https://docs.python.org/3/library/warnings.html

import _python

filters = []


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    _python.warn(str(message))


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    _python.warn(str(message))


def _check(action):
    if action == 'error':
        _python.refuse('warnings that are turned into exceptions are not supported')


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check(action)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action)


def resetwarnings():
    pass


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        _check(action)
        self._record = record

    def __enter__(self):
        if self._record:
            return _python.refuse('recorded warnings are not supported')
        return None

    def __exit__(self, *exc_info):
        return None
