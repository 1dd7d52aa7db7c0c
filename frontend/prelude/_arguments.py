# Binding call arguments to field names, for the classes whose constructors are made rather than
# written: named tuples and dataclasses.


def missing_text(names):
    quoted = [repr(name) for name in names]
    if len(quoted) == 1:
        return quoted[0]
    if len(quoted) == 2:
        return f'{quoted[0]} and {quoted[1]}'
    return f'{", ".join(quoted[:-1])}, and {quoted[-1]}'


def _too_many(function, positional, optional, given):
    most = len(positional) + 1  # with self or cls
    least = most - sum(1 for name in positional if name in optional)
    takes = f'{most}' if least == most else f'from {least} to {most}'
    plural = 's' if most != 1 else ''
    return TypeError(f'{function} takes {takes} positional argument{plural} '
                     f'but {given + 1} were given')


def bind(function, positional, keyword_only, optional, args, kwargs):
    """The dict name -> value that a call gives; `optional` names may be missing from it."""
    if len(args) > len(positional):
        raise _too_many(function, positional, optional, len(args))
    values = dict(zip(positional, args))
    for name, value in kwargs.items():
        if name in values:
            raise TypeError(f'{function} got multiple values for argument {name!r}')
        if name not in positional and name not in keyword_only:
            raise TypeError(f'{function} got an unexpected keyword argument {name!r}')
        values[name] = value
    for kind, names in (('positional', positional), ('keyword-only', keyword_only)):
        missing = [name for name in names if name not in values and name not in optional]
        if missing:
            plural = 's' if len(missing) > 1 else ''
            raise TypeError(f'{function} missing {len(missing)} required {kind} argument{plural}: '
                            f'{missing_text(missing)}')
    return values
