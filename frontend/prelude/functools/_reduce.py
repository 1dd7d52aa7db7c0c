__module__ = 'functools'

_MISSING = object()


def reduce(function, iterable, initial=_MISSING, /):
    iterator = iter(iterable)
    if initial is _MISSING:
        result = next(iterator, _MISSING)
        if result is _MISSING:
            raise TypeError('reduce() of empty iterable with no initial value')
    else:
        result = initial
    for value in iterator:
        result = function(result, value)
    return result
