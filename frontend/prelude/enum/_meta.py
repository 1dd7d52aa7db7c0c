# The metaclass of enumerations: turns the assignments of a class body into members.

import _python
from types import MappingProxyType

__module__ = 'enum'


class auto:
    """A value to be chosen by `_generate_next_value_`. Until then, operators on it are kept: the
    class body of a Flag may combine the members above."""

    def __init__(self, value=None):
        self.value = value

    def __or__(self, other):
        return _Combined(lambda a, b: a | b, self, other)

    def __and__(self, other):
        return _Combined(lambda a, b: a & b, self, other)

    def __xor__(self, other):
        return _Combined(lambda a, b: a ^ b, self, other)

    def __invert__(self):
        return _Combined(lambda a, b: ~a, self, None)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class _Combined(auto):
    def __init__(self, operator, left, right):
        super().__init__()
        self.operator = operator
        self.operands = (left, right)


class member:
    """Makes a member of what would not be one."""

    def __init__(self, value):
        self.value = value


class nonmember:
    """Keeps an attribute of the class from becoming a member."""

    def __init__(self, value):
        self.value = value


def _is_descriptor(value):
    kinds = (_python.function_type, property, classmethod, staticmethod)
    return isinstance(value, kinds) or any(
        hasattr(type(value), name) for name in ('__get__', '__set__', '__delete__'))


def _is_member(name, value, class_name, ignored):
    if isinstance(value, nonmember) or name in ignored:
        return False
    if isinstance(value, member):
        return True
    if name.startswith('__') and name.endswith('__'):
        return False
    if name.startswith(f'_{class_name}__'):
        return False
    if name.startswith('_') and name.endswith('_') and len(name) > 2:  # _missing_, _order_ ...
        return False
    return not _is_descriptor(value)


def _data_type(class_name, bases):
    """The class whose instances the members also are, `object` when there is none."""
    for base in bases:
        for candidate in base.__mro__:
            if candidate is object:
                continue
            if isinstance(candidate, EnumMeta):
                if candidate.__dict__.get('_member_type_', object) is not object:
                    return candidate._member_type_
                continue
            namespace = candidate.__dict__
            if '__new__' in namespace or '__dataclass_fields__' in namespace:
                return base if not isinstance(base, EnumMeta) else candidate
    return object


def _first_enum(bases):
    for base in reversed(bases):
        if isinstance(base, EnumMeta):
            return base
    return None


def _check_bases(class_name, bases):
    for base in bases:
        for ancestor in base.__mro__:
            if isinstance(ancestor, EnumMeta) and ancestor._member_names_:
                raise TypeError(f'<enum {class_name!r}> cannot extend {ancestor!r}')


def _constructor(namespace, bases, member_type):
    """(function or None, whether it was written for this enumeration)."""
    if '__new__' in namespace:
        return namespace['__new__'], True
    for base in bases:
        for ancestor in base.__mro__:
            if isinstance(ancestor, EnumMeta) and ancestor.__dict__.get('_new_member_') is not None:
                return ancestor.__dict__['_new_member_'], True
    return (None, False) if member_type is object else (member_type.__new__, False)


_SHOWN_BY_ENUM = ('__repr__', '__str__', '__format__', '__reduce_ex__')
_COMBINED_BY_FLAG = ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__',
                     '__invert__')


def _defining_class(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base
    return object


def _prefer_enum_methods(cls, first, member_type):
    """A data type comes before Enum in the bases, but its methods must not hide Enum's."""
    names = _SHOWN_BY_ENUM
    if hasattr(cls, '_is_flag_'):
        names = names + _COMBINED_BY_FLAG
    for name in names:
        if _defining_class(cls, name) in member_type.__mro__ and hasattr(first, name):
            _python.set_class_attribute(cls, name, getattr(first, name))


def _resolved(value, name, generate, last_values):
    """The value with every `auto()` in it replaced."""
    def one(item):
        if not isinstance(item, auto):
            return item
        if isinstance(item, _Combined):
            left, right = item.operands
            return item.operator(one(left), one(right))
        if item.value is None:
            item.value = generate(name, 1, len(last_values), last_values[:])
        return item.value

    if isinstance(value, auto):
        return one(value)
    if type(value) is tuple and any(isinstance(item, auto) for item in value):
        return tuple(one(item) for item in value)
    return value


def _make_member(cls, value, construct, custom):
    args = value if isinstance(value, tuple) else (value,)
    if cls._member_type_ is tuple:
        args = (args,)
    if isinstance(construct, staticmethod):
        construct = construct.__func__
    if construct is None or construct is object.__new__:
        new = object.__new__(cls)
    else:
        new = construct(cls, *args)
    if '_value_' not in new.__dict__:
        if custom or cls._member_type_ is object:
            new.__dict__['_value_'] = value
        else:
            new.__dict__['_value_'] = cls._member_type_(*args)
    return new, args


def _same(left, right):
    return left is right or left == right


def _add_member(cls, name, value, construct, custom):
    new, args = _make_member(cls, value, construct, custom)
    new.__dict__['_name_'] = name
    new.__dict__['__objclass__'] = cls
    new.__dict__['_sort_order_'] = len(cls._member_names_)
    new.__init__(*args)
    found = None
    for known in cls._member_map_.values():
        if _same(known._value_, new._value_):
            found = known
            break
    if found is None:
        if cls._lists_member_(new):
            cls._member_names_.append(name)
    else:
        new = found
    cls._member_map_[name] = new
    _python.set_class_attribute(cls, name, new)
    if found is None:
        _remember(cls, new)


def _remember(cls, new):
    try:
        cls._value2member_map_.setdefault(new._value_, new)
    except TypeError:  # the value cannot be hashed: found by comparing
        cls._unhashable_values_.append(new._value_)


class EnumMeta(type):
    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        first = _first_enum(bases)
        if first is None:  # Enum itself
            made = super().__new__(metacls, cls, bases, classdict, **kwds)
            return _prepare(made, object, None, None)
        _check_bases(cls, bases)
        ignored = classdict.get('_ignore_', ())
        if isinstance(ignored, str):
            ignored = ignored.replace(',', ' ').split()
        members = {}
        rest = {}
        for name, value in classdict.items():
            if _is_member(name, value, cls, ignored):
                members[name] = value.value if isinstance(value, member) else value
            elif name != '_ignore_' and name not in ignored:
                rest[name] = value.value if isinstance(value, nonmember) else value
        for name in members:
            if name in ('mro', ''):
                raise ValueError(f'invalid enum member name(s) {name!r}')
        member_type = _data_type(cls, bases)
        construct, custom = _constructor(rest, bases, member_type)
        rest.pop('__new__', None)
        made = super().__new__(metacls, cls, bases, rest, **kwds)
        _prepare(made, member_type, construct if custom else None, boundary)
        if member_type is not object:
            _prefer_enum_methods(made, first, member_type)
        _fill(made, members, construct, custom)
        return made

    def __call__(cls, value, names=None, *values, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if cls._member_map_ or (names is None and not values):
            return cls._lookup_(value if names is None else (value, names) + values)
        return cls._create_(value, names, module, type, start, boundary)

    def _create_(cls, class_name, names, module, type, start, boundary):
        """The functional form: `Enum('Color', 'RED GREEN')`."""
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, dict):
            names = list(names.items())
        namespace = {}
        last = []
        for index, item in enumerate(names):
            if isinstance(item, str):
                value = cls._generate_next_value_(item, start, index, last[:])
            else:
                item, value = item
            last.append(value)
            namespace[item] = value
        if module is not None:
            namespace['__module__'] = module
        bases = (cls,) if type is None else (type, cls)
        return cls.__class__(class_name, bases, namespace, boundary=boundary)

    def _lookup_(cls, value):
        if value.__class__ is cls:
            return value
        try:
            if value in cls._value2member_map_:
                return cls._value2member_map_[value]
        except TypeError:
            pass
        for found in cls._member_map_.values():
            if _same(found._value_, value):
                return found
        result = cls._missing_(value)
        if isinstance(result, cls):
            return result
        error = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if result is None:
            raise error
        raise TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None '
                        'or a valid member')

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return reversed([cls._member_map_[name] for name in cls._member_names_])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if not isinstance(value, cls) and not isinstance(type(value), EnumMeta):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"{type(value).__qualname__!r} and 'EnumType'")
        return isinstance(value, cls) and value._name_ in cls._member_map_

    @property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    def __dir__(cls):
        return ['__class__', '__doc__', '__members__', '__module__'] + cls._member_names_

    def __repr__(cls):
        if any('_is_flag_' in base.__dict__ for base in cls.__mro__):
            return f'<flag {cls.__name__!r}>'
        return f'<enum {cls.__name__!r}>'


def _prepare(cls, member_type, new_member, boundary):
    cls._member_names_ = []
    cls._member_map_ = {}
    cls._value2member_map_ = {}
    cls._unhashable_values_ = []
    cls._member_type_ = member_type
    cls._new_member_ = new_member
    cls._boundary_ = boundary or getattr(cls, '_boundary_', None)
    return cls


def _fill(cls, members, construct, custom):
    last_values = []
    for name, value in members.items():
        value = _resolved(value, name, cls._generate_next_value_, last_values)
        last_values.append(value)
        _add_member(cls, name, value, construct, custom)
    cls._finish_()
