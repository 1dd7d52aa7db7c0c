# Shallow and deep copies: https://docs.python.org/3/library/copy.html
# New objects come from `_python.shallow_copy`, which keeps the class and shares the content; a
# tensor's deep copy has a storage of its own.

import _python


class Error(Exception):
    pass


error = Error
_ATOMIC = (int, float, bool, str, bytes, range, slice, type, type(None), type(...),
           type(NotImplemented), _python.function_type, _python.builtin_type,
           _python.module_type, property)


def _is_atomic(x):
    cls = type(x)
    return cls in _ATOMIC or isinstance(x, type)


def _own_state(cls):
    """The class's own __getstate__ and __setstate__, None for what object has."""
    found = []
    for name in ('__getstate__', '__setstate__'):
        method = getattr(cls, name, None)
        found.append(None if method is getattr(object, name, None) else method)
    return found


def _own_reduce(cls):
    """A way to rebuild that the class defines itself."""
    for name in ('__reduce_ex__', '__reduce__'):
        method = getattr(cls, name, None)
        if method is not None and method is not getattr(object, name, None):
            return (lambda x: method(x, 4)) if name == '__reduce_ex__' else method
    return None


def _rebuilt(x, reduced, transform):
    """From `(callable, args[, state[, list items[, dict items]]])`."""
    if isinstance(reduced, str):
        return x
    parts = list(reduced) + [None] * (5 - len(reduced))
    new = parts[0](*[transform(arg) for arg in parts[1]])
    if parts[2] is not None:
        _set_state(new, transform(parts[2]), getattr(type(new), '__setstate__', None))
    for item in parts[3] or ():
        new.append(transform(item))
    for key, value in parts[4] or ():
        new[transform(key)] = transform(value)
    return new


def _set_state(new, state, setstate):
    if setstate is not None:
        setstate(new, state)
    else:
        new.__dict__.update(state)


def copy(x):
    cls = type(x)
    if _is_atomic(x) or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set):
        return x.copy()
    own = getattr(cls, '__copy__', None)
    if own is not None:
        return own(x)
    if _python.is_tensor(x):
        return _python.shallow_copy(x)
    reduce = _own_reduce(cls)
    if reduce is not None:
        return _rebuilt(x, reduce(x), lambda value: value)
    getstate, setstate = _own_state(cls)
    if getstate is None and setstate is None:
        return _python.shallow_copy(x)
    new = cls.__new__(cls)
    _set_state(new, x.__dict__ if getstate is None else getstate(x), setstate)
    return new


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    if id(x) in memo:  # the tuple holds itself
        return memo[id(x)]
    return x if all(a is b for a, b in zip(x, items)) else tuple(items)


def _deepcopy_content(new, x, memo):
    """Replaces the shared content of a shallow copy of a list, dict or set subclass."""
    if isinstance(x, list):
        list.__setitem__(new, slice(None), [deepcopy(item, memo) for item in list.__iter__(x)])
    elif isinstance(x, dict):
        pairs = [(deepcopy(key, memo), deepcopy(value, memo)) for key, value in dict.items(x)]
        dict.clear(new)
        for key, value in pairs:
            dict.__setitem__(new, key, value)
    elif isinstance(x, set):
        items = [deepcopy(item, memo) for item in set.__iter__(x)]
        set.clear(new)
        set.update(new, items)


def _deepcopy_object(x, memo):
    cls = type(x)
    reduce = _own_reduce(cls)
    if reduce is not None:
        new = _rebuilt(x, reduce(x), lambda value: deepcopy(value, memo))
        memo[id(x)] = new
        return new
    getstate, setstate = _own_state(cls)
    if getstate is not None or setstate is not None:
        new = cls.__new__(cls)
        memo[id(x)] = new
        state = x.__dict__ if getstate is None else getstate(x)
        _set_state(new, deepcopy(state, memo), setstate)
        return new
    if isinstance(x, (tuple, frozenset)):
        base = tuple if isinstance(x, tuple) else frozenset
        new = base.__new__(cls, [deepcopy(item, memo) for item in base.__iter__(x)])
        memo[id(x)] = new
    else:
        new = _python.shallow_copy(x)
        memo[id(x)] = new
        _deepcopy_content(new, x, memo)
    if hasattr(x, '__dict__'):
        values = new.__dict__
        for name, value in list(x.__dict__.items()):
            values[name] = deepcopy(value, memo)
    return new


def _new_copy(x, memo):
    cls = type(x)
    if cls is list:
        new = []
        memo[id(x)] = new
        for item in x:
            new.append(deepcopy(item, memo))
        return new
    if cls is dict:
        new = {}
        memo[id(x)] = new
        for key, value in x.items():
            new[deepcopy(key, memo)] = deepcopy(value, memo)
        return new
    if cls is tuple:
        return _deepcopy_tuple(x, memo)
    if cls in (set, frozenset):
        return cls([deepcopy(item, memo) for item in x])
    if cls is _python.method_type:
        return cls(x.__func__, deepcopy(x.__self__, memo))
    if cls is _python.generator_type:
        raise TypeError("cannot pickle 'generator' object")
    own = getattr(x, '__deepcopy__', None)
    if own is not None:
        return own(memo)
    if _python.is_tensor(x):
        return _python.clone_tensor(x)
    return _deepcopy_object(x, memo)


def deepcopy(x, memo=None, _nil=[]):
    if _is_atomic(x):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    if key in memo:
        return memo[key]
    new = _new_copy(x, memo)
    if new is not x:
        memo[key] = new
        memo.setdefault(id(memo), []).append(x)  # keeps x, and so its id, alive
    return new
