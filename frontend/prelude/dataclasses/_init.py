from _arguments import bind

from ._fields import MISSING

__module__ = 'dataclasses'


class _Factory:
    """Shown by inspect as the default of a field that is made by a factory."""

    def __repr__(self):
        return '<factory>'


_FACTORY = _Factory()


def _check_order(positional):
    seen_default = False
    for f in positional:
        if f.has_default:
            seen_default = True
        elif seen_default:
            raise TypeError(f'non-default argument {f.name!r} follows default argument')


def _signature(positional, keyword_only):
    """In the form of `_python.signature_parameters`."""
    rows = [('self', 'POSITIONAL_OR_KEYWORD', False, None, None)]
    for kind, group in (('POSITIONAL_OR_KEYWORD', positional), ('KEYWORD_ONLY', keyword_only)):
        for f in group:
            default = f.default if f.default is not MISSING else _FACTORY
            rows.append((f.name, kind, f.has_default, default if f.has_default else None, f.type))
    return rows


def make_init(cls, collected):
    function = f'{cls.__qualname__}.__init__()'
    taken = [f for f in collected if f.init]
    positional = [f for f in taken if not f.kw_only]
    keyword_only = [f for f in taken if f.kw_only]
    _check_order(positional)
    names = [f.name for f in positional]
    keyword_names = [f.name for f in keyword_only]
    optional = {f.name for f in taken if f.has_default}
    init_only = [f.name for f in collected if f._init_only]
    frozen = cls.__dataclass_params__.frozen
    post_init = hasattr(cls, '__post_init__')

    def __init__(self, *args, **kwargs):
        given = bind(function, names, keyword_names, optional, args, kwargs)
        handed_on = {}
        for f in collected:
            name = f.name
            if name in given:
                value = given[name]
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            elif f.default is not MISSING:
                value = f.default
                if not f.init and not f._init_only:
                    continue  # the class attribute serves
            else:
                continue  # init=False without a default: set by __post_init__
            if f._init_only:
                handed_on[name] = value
            elif frozen:
                object.__setattr__(self, name, value)
            else:
                setattr(self, name, value)
        if post_init:
            self.__post_init__(*[handed_on[name] for name in init_only])

    __init__.__parameters__ = _signature(positional, keyword_only)
    return __init__
