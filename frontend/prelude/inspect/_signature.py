# Signatures. The rows (name, kind's name, has default, default, annotation) come from the interpreter, or
# from `__parameters__` on a function that was made rather than written.

import _python
from functools import partial
from types import MappingProxyType

__module__ = 'inspect'


class _empty:
    """Marks a missing default or annotation."""


_KIND_TEXTS = ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only',
               'variadic keyword')
_KIND_NAMES = ('POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY',
               'VAR_KEYWORD')


class _Kind(int):
    @property
    def name(self):
        return _KIND_NAMES[self]

    @property
    def description(self):
        return _KIND_TEXTS[self]

    def __str__(self):
        return _KIND_NAMES[self]

    def __repr__(self):
        return f'<_ParameterKind.{_KIND_NAMES[self]}: {int(self)}>'


_POSITIONAL_ONLY, _POSITIONAL, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = [
    _Kind(number) for number in range(5)]


class Parameter:
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = _Kind(kind)
        self.default = default
        self.annotation = annotation

    def replace(self, **changes):
        values = {'name': self.name, 'kind': self.kind, 'default': self.default,
                  'annotation': self.annotation, **changes}
        return type(self)(values.pop('name'), values.pop('kind'), **values)

    def __eq__(self, other):
        return isinstance(other, Parameter) and (
            self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, self.kind))

    def __str__(self):
        text = {_VAR_POSITIONAL: '*', _VAR_KEYWORD: '**'}.get(self.kind, '') + self.name
        if self.annotation is not _empty:
            text += f': {_annotation_text(self.annotation)}'
        if self.default is not _empty:
            space = ' ' if self.annotation is not _empty else ''
            text += f'{space}={space}{self.default!r}'
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'


def _annotation_text(annotation):
    if isinstance(annotation, type):
        return annotation.__qualname__
    return repr(annotation)


class BoundArguments:
    """What a call would bind, by parameter name."""

    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        values = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments:
                break
            if parameter.kind is _VAR_POSITIONAL or parameter.kind == _VAR_POSITIONAL:
                values.extend(self.arguments[name])
            else:
                values.append(self.arguments[name])
        return tuple(values)

    @property
    def kwargs(self):
        values = {}
        by_keyword = False
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                by_keyword = True
            if name not in self.arguments:
                by_keyword = True
            elif parameter.kind == _VAR_KEYWORD:
                values.update(self.arguments[name])
            elif by_keyword and parameter.kind != _VAR_POSITIONAL:
                values[name] = self.arguments[name]
        return values

    def apply_defaults(self):
        complete = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif parameter.default is not _empty:
                complete[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                complete[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                complete[name] = {}
        self.arguments = complete

    def __repr__(self):
        values = ', '.join(f'{name}={value!r}' for name, value in self.arguments.items())
        return f'<BoundArguments ({values})>'


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self._parameters = {parameter.name: parameter for parameter in parameters or ()}
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj, **options)

    @property
    def parameters(self):
        return MappingProxyType(self._parameters)

    def replace(self, *, parameters=None, return_annotation=None):
        return type(self)(self._parameters.values() if parameters is None else parameters,
                          return_annotation=self.return_annotation
                          if return_annotation is None else return_annotation)

    def bind(self, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, incomplete):
        arguments = {}
        rest = list(args)
        keywords = dict(kwargs)
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == _VAR_POSITIONAL:
                if rest:
                    arguments[name] = tuple(rest)
                rest = []
            elif kind == _VAR_KEYWORD:
                if keywords:
                    arguments[name] = keywords
                keywords = {}
            elif kind != _KEYWORD_ONLY and rest:
                if kind == _POSITIONAL and name in keywords:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = rest.pop(0)
            elif kind != _POSITIONAL_ONLY and name in keywords:
                arguments[name] = keywords.pop(name)
            elif parameter.default is _empty and not incomplete:
                keyword = 'keyword-only ' if kind == _KEYWORD_ONLY else ''
                raise TypeError(f'missing a required {keyword}argument: {name!r}'
                                if keyword == '' else f'missing a required argument: {name!r}')
        if rest:
            raise TypeError('too many positional arguments')
        if keywords:
            raise TypeError(f'got an unexpected keyword argument {next(iter(keywords))!r}')
        return BoundArguments(self, arguments)

    def __eq__(self, other):
        return isinstance(other, Signature) and (
            list(self._parameters.values()) == list(other._parameters.values())
            and self.return_annotation == other.return_annotation)

    __hash__ = None

    def __str__(self):
        texts = []
        previous = None
        for parameter in self._parameters.values():
            kind = parameter.kind
            if previous == _POSITIONAL_ONLY and kind != _POSITIONAL_ONLY:
                texts.append('/')
            if kind == _KEYWORD_ONLY and previous not in (_KEYWORD_ONLY, _VAR_POSITIONAL):
                texts.append('*')
            texts.append(str(parameter))
            previous = kind
        if previous == _POSITIONAL_ONLY:
            texts.append('/')
        result = f'({", ".join(texts)})'
        if self.return_annotation is not _empty:
            result += f' -> {_annotation_text(self.return_annotation)}'
        return result

    def __repr__(self):
        return f'<Signature {self}>'


def _of_function(function):
    rows = getattr(function, '__parameters__', None) or _python.signature_parameters(function)
    parameters = [Parameter(name, _KIND_NAMES.index(kind), default=default if has_default else _empty,
                            annotation=_empty if annotation is None else annotation)
                  for name, kind, has_default, default, annotation in rows]
    annotations = getattr(function, '__annotations__', None) or {}
    return Signature(parameters, return_annotation=annotations.get('return', _empty))


def _without_first(found):
    parameters = list(found.parameters.values())
    if not parameters:
        raise ValueError('invalid method signature')
    if parameters[0].kind not in (_VAR_POSITIONAL,):
        parameters = parameters[1:]
    return found.replace(parameters=parameters)


def _defined_in(cls, name):
    for base in cls.__mro__:
        if base is not object and name in base.__dict__:
            return base.__dict__[name]
    return None


def _of_class(cls, options):
    """From the metaclass's __call__, __new__ or __init__, the first that a class defines."""
    metaclass_call = None if type(cls) is type else _defined_in(type(cls), '__call__')
    if metaclass_call is not None and type(cls).__call__ is not type.__call__ and (
            not hasattr(cls, '__abstractmethods__')):
        return _without_first(_of_function(metaclass_call))
    for name in ('__new__', '__init__'):
        method = _defined_in(cls, name)
        if isinstance(method, staticmethod):
            method = method.__func__
        if isinstance(method, _python.function_type):
            return _without_first(signature(method, **options))
    if _defined_in(cls, '__init__') is None and _defined_in(cls, '__new__') is None and all(
            isinstance(base, type) and base.__module__ != 'builtins' or base is object
            for base in cls.__mro__):
        return Signature()
    raise ValueError(f'no signature found for builtin type {cls!r}')


def _of_partial(obj, options):
    """Positional arguments that are given disappear; keywords become keyword-only defaults."""
    found = signature(obj.func, **options)
    bound = found.bind_partial(*obj.args, **obj.keywords)
    parameters = []
    by_keyword = False
    count = len(obj.args)
    for name, parameter in found.parameters.items():
        if count and parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL):
            count -= 1
            continue
        if name in obj.keywords and parameter.kind in (_POSITIONAL, _KEYWORD_ONLY):
            by_keyword = True
            parameter = parameter.replace(kind=_KEYWORD_ONLY, default=bound.arguments[name])
        elif by_keyword and parameter.kind == _POSITIONAL:
            parameter = parameter.replace(kind=_KEYWORD_ONLY)
        elif by_keyword and parameter.kind == _VAR_POSITIONAL:
            continue
        parameters.append(parameter)
    return found.replace(parameters=parameters)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    options = {'follow_wrapped': follow_wrapped}
    if isinstance(obj, _python.method_type):
        return _without_first(signature(obj.__func__, **options))
    if follow_wrapped and hasattr(obj, '__wrapped__') and not isinstance(obj, type):
        return signature(obj.__wrapped__, **options)
    if isinstance(getattr(obj, '__signature__', None), Signature):
        return obj.__signature__
    if isinstance(obj, _python.function_type):
        return _of_function(obj)
    if isinstance(obj, partial):
        return _of_partial(obj, options)
    if isinstance(obj, type):
        return _of_class(obj, options)
    call = _defined_in(type(obj), '__call__')
    if isinstance(call, _python.function_type):
        return _without_first(signature(call, **options))
    raise ValueError(f'no signature found for builtin {obj!r}')
