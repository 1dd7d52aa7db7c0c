# Generic functions that choose by the type of their first argument.

from typing import get_type_hints

from ._wraps import update_wrapper

__module__ = 'functools'


def _best(cls, registry):
    for base in cls.__mro__[:-1]:
        if base in registry:
            return registry[base]
    # Abstract base classes that the class does not inherit from; the most derived one wins.
    matches = [base for base in registry if base is not object and issubclass(cls, base)]
    for base in matches:
        if all(issubclass(base, other) for other in matches):
            return registry[base]
    if matches:
        raise RuntimeError(f'Ambiguous dispatch: {matches[0]} or {matches[1]}')
    return registry[object]


def _first_annotation(function):
    for name, hint in get_type_hints(function).items():
        if name != 'return' and isinstance(hint, type):
            return hint
    raise TypeError(f'Invalid first argument to `register()`: {function!r}. '
                    'Use either `@register(some_class)` or plain `@register` on an annotated '
                    'function.')


def singledispatch(function):
    registry = {object: function}

    def dispatch(cls):
        return _best(cls, registry)

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda method: register(cls, method)
            func = cls
            cls = _first_annotation(func)
        registry[cls] = func
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f'{function.__name__} requires at least 1 positional argument')
        return dispatch(type(args[0]))(*args, **keywords)

    update_wrapper(wrapper, function)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return wrapper


class singledispatchmethod:
    """`singledispatch` on the first argument after the instance."""

    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        def method(*args, **keywords):
            chosen = self.dispatcher.dispatch(type(args[0]))
            return chosen.__get__(instance, owner)(*args, **keywords)

        return method
