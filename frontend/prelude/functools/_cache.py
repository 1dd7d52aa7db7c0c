# Remembering results. The dict that backs a cache is an ordinary one, so what one side of a
# data-dependent branch caches is unknown behind it, unless the call can be made again there.

import _python
from collections import namedtuple

from ._wraps import update_wrapper

__module__ = 'functools'

_CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])
_MISSING = object()


class _Memory(dict):
    """What is told from all else that a call may change."""


def _key(args, keywords, typed):
    key = args
    if keywords:
        key = (args, _MISSING, tuple(keywords.items()))
    if typed:
        types = tuple(type(value) for value in args)
        key = (key, types, tuple(type(value) for value in keywords.values()))
    return key


def _cached(function, maxsize, typed):
    entries = _Memory()
    counts = _Memory(hits=0, misses=0)

    def wrapper(*args, **keywords):
        key = _key(args, keywords, typed)
        confirmed = _python.confirmed_item(entries, key, function, args, keywords)
        if confirmed is not None:
            return confirmed[0]
        result = entries.pop(key, _MISSING)
        if result is not _MISSING:
            counts['hits'] += 1
        else:
            counts['misses'] += 1
            result = function(*args, **keywords)
            if maxsize is not None:
                while entries and len(entries) >= maxsize:
                    del entries[next(iter(entries))]
        if maxsize != 0:
            entries[key] = result  # the newest is the last
        return result

    def cache_info():
        return _CacheInfo(counts['hits'], counts['misses'], maxsize, len(entries))

    def cache_clear():
        entries.clear()
        counts.update(hits=0, misses=0)

    update_wrapper(wrapper, function)
    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return wrapper


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):  # @lru_cache without parentheses
        return _cached(maxsize, 128, typed)
    if maxsize is not None:
        if not isinstance(maxsize, int):
            raise TypeError('Expected first argument to be an integer, a callable, or None')
        maxsize = max(maxsize, 0)
    return lambda function: _cached(function, maxsize, typed)


def cache(user_function, /):
    return _cached(user_function, None, False)


class cached_property:
    """Computed at first access, then an ordinary attribute of the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling '
                            '__set_name__ on it.')
        values = instance.__dict__
        if self.attrname not in values:
            values[self.attrname] = self.func(instance)
        return values[self.attrname]
