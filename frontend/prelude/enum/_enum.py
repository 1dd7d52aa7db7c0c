from ._meta import EnumMeta

__module__ = 'enum'


class Enum(metaclass=EnumMeta):
    """The base of enumerations."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        numbers = [value for value in last_values if isinstance(value, (int, float))]
        return max(numbers) + 1 if numbers else start

    @classmethod
    def _missing_(cls, value):
        return None

    @classmethod
    def _lists_member_(cls, member):
        """Whether a new member, no alias, is one that iteration gives."""
        return True

    @classmethod
    def _finish_(cls):
        """Called when all members are there."""

    def __init__(self, *args, **kwds):
        pass

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_repr_()}>'

    def _value_repr_(self):
        return repr(self._value_)

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        return ['__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value']

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)


class ReprEnum(Enum):
    """Members whose str() and format() are those of their data type."""

    def __str__(self):
        return self._member_type_.__str__(self)

    def __format__(self, format_spec):
        return self._member_type_.__format__(self, format_spec)


class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self)


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        for value in values:
            if not isinstance(value, str):
                raise TypeError(f'{value!r} is not a string')
        new = str.__new__(cls, *values)
        new._value_ = str(*values)
        return new

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()
