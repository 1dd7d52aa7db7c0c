from collections import namedtuple

from ._signature import Parameter, _empty, signature

__module__ = 'inspect'

FullArgSpec = namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, '
                         'kwonlydefaults, annotations')


def getfullargspec(func):
    """Like `signature`, but `self` of a bound method is listed."""
    function = getattr(func, '__func__', func)
    found = signature(function, follow_wrapped=False)
    args, defaults, kwonly, kwonly_defaults, annotations = [], [], [], {}, {}
    varargs = varkw = None
    if isinstance(func, type):
        args.append('self')
    for name, parameter in found.parameters.items():
        kind = parameter.kind
        if kind == Parameter.VAR_POSITIONAL:
            varargs = name
        elif kind == Parameter.VAR_KEYWORD:
            varkw = name
        elif kind == Parameter.KEYWORD_ONLY:
            kwonly.append(name)
            if parameter.default is not _empty:
                kwonly_defaults[name] = parameter.default
        else:
            args.append(name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    if found.return_annotation is not _empty:
        annotations['return'] = found.return_annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonly,
                       kwonly_defaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    function = getattr(func, '__func__', func)
    if function is not func:
        positional = (func.__self__,) + positional
    bound = signature(function, follow_wrapped=False).bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)
