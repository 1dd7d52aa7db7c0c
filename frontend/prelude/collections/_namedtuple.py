from keyword import iskeyword

from _arguments import bind

__module__ = 'collections'

_KIND = 'POSITIONAL_OR_KEYWORD'


def _checked_names(typename, names, rename):
    seen = set()
    result = []
    for index, name in enumerate(names):
        usable = name.isidentifier() and not iskeyword(name) and not name.startswith('_')
        if rename and (not usable or name in seen):
            name = f'_{index}'
        result.append(name)
        seen.add(name)
    for name in [typename] + result:
        if not isinstance(name, str):
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    for index, name in enumerate(result):
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in result[:index]:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
    return tuple(result)


def _accessor(index):
    return property(lambda self: tuple.__getitem__(self, index), None, None,
                    f'Alias for field number {index}')


def _constructor(typename, fields, defaults):
    function = f'{typename}.__new__()'

    def __new__(cls, *args, **kwargs):
        if not kwargs and len(args) == len(fields):
            return tuple.__new__(cls, args)
        values = bind(function, fields, (), defaults, args, kwargs)
        return tuple.__new__(cls, [values[f] if f in values else defaults[f] for f in fields])

    # What inspect.signature reports instead of (*args, **kwargs).
    __new__.__parameters__ = [('_cls', _KIND, False, None, None)] + [
        (name, _KIND, name in defaults, defaults.get(name), None) for name in fields]
    return __new__


@classmethod
def _make(cls, iterable):
    values = tuple(iterable)
    if len(values) != len(cls._fields):
        raise TypeError(f'Expected {len(cls._fields)} arguments, got {len(values)}')
    return tuple.__new__(cls, values)


def _replace(self, /, **kwargs):
    values = [kwargs.pop(name, value) for name, value in zip(self._fields, self)]
    if kwargs:
        raise ValueError(f'Got unexpected field names: {list(kwargs)!r}')
    return self._make(values)


def _asdict(self):
    return dict(zip(self._fields, self))


def __repr__(self):
    values = ', '.join(f'{name}={value!r}' for name, value in zip(self._fields, self))
    return f'{self.__class__.__name__}({values})'


def __getnewargs__(self):
    return tuple(self)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = _checked_names(str(typename), [str(name) for name in field_names], rename)
    values = () if defaults is None else tuple(defaults)
    if len(values) > len(fields):
        raise TypeError('Got more default values than field names')
    by_name = dict(zip(fields[len(fields) - len(values):], values))
    namespace = {
        '__doc__': f'{typename}({", ".join(fields)})',
        '__slots__': (),
        '_fields': fields,
        '_field_defaults': by_name,
        '__new__': _constructor(typename, fields, by_name),
        '_make': _make,
        '_replace': _replace,
        '_asdict': _asdict,
        '__repr__': __repr__,
        '__getnewargs__': __getnewargs__,
        '__match_args__': fields,
    }
    for index, name in enumerate(fields):
        namespace[name] = _accessor(index)
    if module is not None:
        namespace['__module__'] = module
    return type(str(typename), (tuple,), namespace)
