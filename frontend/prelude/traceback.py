# Printing of exceptions goes nowhere: https://docs.python.org/3/library/traceback.html

import _python


def print_exc(limit=None, file=None, chain=True):
    pass


def print_stack(f=None, limit=None, file=None):
    pass


def print_exception(*args, **kwargs):
    pass


def format_exc(limit=None, chain=True):
    return _python.refuse('`traceback.format_exc` looks at the running interpreter')
