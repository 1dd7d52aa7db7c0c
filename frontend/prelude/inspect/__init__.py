# Looking at functions and classes: https://docs.python.org/3/library/inspect.html
# Source text and running frames are not there to be looked at.

import _python
from collections import namedtuple
from ._arguments import getcallargs, getfullargspec
from ._signature import BoundArguments, Parameter, Signature, signature, _empty

ArgSpec = namedtuple('ArgSpec', 'args varargs keywords defaults')
CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR, CO_COROUTINE = 4, 8, 32, 128


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, _python.function_type)


def ismethod(object):
    return isinstance(object, _python.method_type)


def isbuiltin(object):
    return isinstance(object, _python.builtin_type)


def isroutine(object):
    return isfunction(object) or ismethod(object) or isbuiltin(object)


def ismodule(object):
    return isinstance(object, _python.module_type)


def isgenerator(object):
    return isinstance(object, _python.generator_type)


def isdatadescriptor(object):
    return not isclass(object) and (
        hasattr(type(object), '__set__') or hasattr(type(object), '__delete__'))


def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', False))


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


def getmembers(object, predicate=None):
    found = []
    for name in sorted(set(dir(object))):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    indents = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(indents) if indents else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    return cleandoc(doc) if isinstance(doc, str) else None


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if eval_str:
        from typing import get_type_hints
        return get_type_hints(obj, globals, locals)
    return dict(getattr(obj, '__annotations__', None) or {})


def getmodule(object, _filename=None):
    import sys
    if isinstance(object, sys._Frame):
        return sys.modules.get(object.f_globals['__name__'])
    return object if ismodule(object) else sys.modules.get(getattr(object, '__module__', None))


def _refused(function, reason):
    return _python.refuse(f'`inspect.{function}` looks at {reason}')


def currentframe():
    import sys
    return sys._getframe()


def stack(context=1): return _refused('stack', 'the running interpreter')
def getsource(object):
    text = _python.module_text(object)
    return _refused('getsource', 'the source text') if text is None else text


def getsourcelines(object): return _refused('getsourcelines', 'the source text')
def getsourcefile(object): return _refused('getsourcefile', 'the source text')
def getfile(object): return _refused('getfile', 'the source text')
