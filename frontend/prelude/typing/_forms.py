# The hints that stand for no class of their own.

__module__ = 'typing'


def _name_of(hint):
    if isinstance(hint, type) and hint is not Any:
        return hint.__qualname__ if hint.__module__ == 'builtins' else (
            f'{hint.__module__}.{hint.__qualname__}')
    if hint is ...:
        return '...'
    if isinstance(hint, list):
        return f'[{", ".join(_name_of(item) for item in hint)}]'
    return repr(hint)


def _as_hint(arg):
    if arg is None:
        return type(None)
    return ForwardRef(arg) if isinstance(arg, str) else arg


class Hint:
    """A subscripted form: what it was made from and its arguments."""

    def __init__(self, name, origin, args):
        self._name = name
        self.__origin__ = origin
        self.__args__ = args

    @property
    def __parameters__(self):
        found = []
        for arg in self.__args__:
            inner = (arg,) if isinstance(arg, TypeVar) else getattr(arg, '__parameters__', ())
            found.extend(parameter for parameter in inner if parameter not in found)
        return tuple(found)

    def __getitem__(self, args):
        given = list(args) if isinstance(args, tuple) else [args]
        parameters = self.__parameters__
        if len(given) != len(parameters):
            raise TypeError(f'{self!r} is not a generic class')
        chosen = dict(zip(parameters, (_as_hint(arg) for arg in given)))
        return type(self)(self._name, self.__origin__, tuple(
            chosen.get(arg, arg) if isinstance(arg, TypeVar) else arg for arg in self.__args__))

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, instance):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __eq__(self, other):
        return (isinstance(other, Hint) and self.__origin__ == other.__origin__
                and self.__args__ == other.__args__)

    def __hash__(self):
        return hash((self._name, self.__args__))

    def __repr__(self):
        args = ', '.join(_name_of(arg) for arg in self.__args__)
        return f'typing.{self._name}[{args or "()"}]'


class _UnionHint(Hint):
    def __call__(self, *args, **kwargs):
        raise TypeError('Cannot instantiate typing.Union')

    def __instancecheck__(self, instance):
        return any(arg is Any or isinstance(instance, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def __eq__(self, other):
        return isinstance(other, _UnionHint) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        rest = [arg for arg in self.__args__ if arg is not type(None)]
        if len(self.__args__) == 2 and len(rest) == 1:
            return f'typing.Optional[{_name_of(rest[0])}]'
        return super().__repr__()


class _LiteralHint(Hint):
    def __repr__(self):
        return f'typing.Literal[{", ".join(repr(arg) for arg in self.__args__)}]'


class _AnnotatedHint(Hint):
    def __init__(self, name, origin, args):
        super().__init__(name, origin, args[:1])
        self.__metadata__ = args[1:]


class Form:
    """A name of this module that can be subscripted or used as it is."""

    def __init__(self, name, make=None):
        self._name = name
        self._make = make

    def __getitem__(self, args):
        items = args if isinstance(args, tuple) else (args,)
        if self._make is not None:
            return self._make(items)
        return Hint(self._name, self, tuple(_as_hint(item) for item in items))

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __instancecheck__(self, instance):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f'typing.{self._name}'


def _make_union(items):
    flat = []
    for item in items:
        inner = item.__args__ if isinstance(item, _UnionHint) else (_as_hint(item),)
        flat.extend(arg for arg in inner if arg not in flat)
    if not flat:
        raise TypeError('Cannot take a Union of no types.')
    return flat[0] if len(flat) == 1 else _UnionHint('Union', Union, tuple(flat))


def _make_literal(items):
    flat = []
    for item in items:
        inner = item.__args__ if isinstance(item, _LiteralHint) else (item,)
        for value in inner:
            if not any(type(value) is type(other) and value == other for other in flat):
                flat.append(value)
    return _LiteralHint('Literal', Literal, tuple(flat))


class _AnyMeta(type):
    def __instancecheck__(cls, instance):
        if cls is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(instance)

    def __repr__(cls):
        return 'typing.Any' if cls is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Compatible with every type; may be inherited from."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


class ForwardRef:
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                 infer_variance=False, default=None):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__


class ParamSpec(TypeVar):
    @property
    def args(self):
        return Hint('ParamSpecArgs', self, ())

    @property
    def kwargs(self):
        return Hint('ParamSpecKwargs', self, ())


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield Unpack[self]


Union = Form('Union', _make_union)
Optional = Form('Optional', lambda items: _make_union((items[0], type(None))))
Literal = Form('Literal', _make_literal)
Annotated = Form('Annotated', lambda items: _AnnotatedHint('Annotated', items[0], items))
ClassVar = Form('ClassVar')
Final = Form('Final')
Concatenate = Form('Concatenate')
TypeAlias = Form('TypeAlias')
TypeGuard = Form('TypeGuard')
TypeIs = Form('TypeIs')
Required = Form('Required')
NotRequired = Form('NotRequired')
ReadOnly = Form('ReadOnly')
Unpack = Form('Unpack')
Self = Form('Self')
Never = Form('Never')
NoReturn = Form('NoReturn')
LiteralString = Form('LiteralString')
AnyStr = TypeVar('AnyStr', bytes, str)
