from _python import call_partial, is_lazy

__module__ = 'functools'


def _call_text(name, func, args, keywords):
    parts = [repr(func)]
    parts.extend(repr(value) for value in args)
    parts.extend(f'{key}={value!r}' for key, value in keywords.items())
    return f'{name}({", ".join(parts)})'


class partial:
    """A callable that remembers some of the arguments; nested ones are flattened."""

    def __init__(self, func, /, *args, **keywords):
        # An import that nobody has used yet stays one: a table of partial(...) reads no files.
        if is_lazy(func):
            pass
        elif not callable(func):
            raise TypeError('the first argument must be callable')
        elif isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    __call__ = call_partial

    def _call_apart(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        cls = type(self)
        name = 'functools.partial' if cls is partial else cls.__qualname__
        return _call_text(name, self.func, self.args, self.keywords)


class partialmethod:
    """`partial` for functions that become methods: the instance stays the first argument."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        if isinstance(self.func, (staticmethod, classmethod)):
            return partial(self.func.__get__(instance, owner), *self.args, **self.keywords)

        def method(self_, /, *args, **keywords):
            return self.func(self_, *self.args, *args, **{**self.keywords, **keywords})

        return method if instance is None else partial(method, instance)

    def __repr__(self):
        return _call_text('functools.partialmethod', self.func, self.args, self.keywords)
