"""six as Python 3 has it."""
__version__ = '1.17.0'

PY2, PY3, PY34 = False, True, True
string_types, integer_types, class_types = (str,), (int,), (type,)
text_type, binary_type = str, bytes
MAXSIZE = 9223372036854775807


def iterkeys(d, **options):
    return iter(d.keys(**options))


def itervalues(d, **options):
    return iter(d.values(**options))


def iteritems(d, **options):
    return iter(d.items(**options))


def ensure_str(s, encoding='utf-8', errors='strict'):
    return s.decode(encoding, errors) if isinstance(s, bytes) else s


ensure_text = ensure_str


def add_metaclass(metaclass):
    def wrapper(cls):
        variables = {name: value for name, value in cls.__dict__.items()
                     if name not in ('__dict__', '__weakref__')}
        return metaclass(cls.__name__, cls.__bases__, variables)
    return wrapper


def raise_from(value, from_value):
    raise value from from_value


def python_2_unicode_compatible(cls):
    return cls
