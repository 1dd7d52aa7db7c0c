from ._enum import Enum, ReprEnum, StrEnum

__module__ = 'enum'


class FlagBoundary(StrEnum):
    """What happens to bits that no member has."""

    STRICT = 'strict'
    CONFORM = 'conform'
    EJECT = 'eject'
    KEEP = 'keep'


STRICT = FlagBoundary.STRICT
CONFORM = FlagBoundary.CONFORM
EJECT = FlagBoundary.EJECT
KEEP = FlagBoundary.KEEP


def _single_bits(value):
    bit = 1
    while bit <= value:
        if value & bit:
            yield bit
        bit <<= 1


class Flag(Enum, boundary=STRICT):
    """Members that combine by `|`; combinations are made on demand."""

    _is_flag_ = True
    _flag_mask_ = 0
    _singles_mask_ = 0

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return 1 if start is None else start
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _lists_member_(cls, member):
        value = member._value_
        return isinstance(value, int) and value > 0 and value & (value - 1) == 0

    @classmethod
    def _finish_(cls):
        mask = singles = 0
        for member in cls._member_map_.values():
            if isinstance(member._value_, int) and member._value_ > 0:
                mask |= member._value_
                if member._value_ & (member._value_ - 1) == 0:
                    singles |= member._value_
        cls._flag_mask_ = mask
        cls._singles_mask_ = singles
        cls._all_bits_ = 2 ** mask.bit_length() - 1
        cls._member_names_.sort(key=lambda name: cls._member_map_[name]._value_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        known = cls._flag_mask_ if cls._boundary_ is not KEEP else cls._all_bits_
        if not -(known + 1) <= value <= known or value & (cls._all_bits_ ^ cls._flag_mask_):
            if cls._boundary_ is STRICT:
                raise ValueError(f'{cls!r} invalid value {value!r}')
            if cls._boundary_ is CONFORM:
                value &= cls._flag_mask_
            elif cls._boundary_ is EJECT:
                return value
        if value < 0:
            value += max(cls._all_bits_ + 1, 2 ** value.bit_length())
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
        return cls._combination_(value)

    @classmethod
    def _combination_(cls, value):
        if cls._member_type_ is object:
            new = object.__new__(cls)
        else:
            new = cls._member_type_.__new__(cls, value)
        names = [member._name_ for member in cls._members_of_(value)]
        unknown = value & ~cls._singles_mask_
        if unknown and names and unknown not in cls._value2member_map_:
            names.append(str(unknown))
        new.__dict__['_value_'] = value
        new.__dict__['_name_'] = '|'.join(names) if names else None
        cls._value2member_map_[value] = new
        return new

    @classmethod
    def _members_of_(cls, value):
        return [cls._value2member_map_[bit] for bit in _single_bits(value & cls._singles_mask_)
                if bit in cls._value2member_map_]

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} "
                            f'and {self.__class__.__qualname__!r}')
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter(self._members_of_(self._value_))

    def __len__(self):
        return bin(self._value_).count('1')

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        name = self.__class__.__name__
        text = self._value_repr_()
        return f'<{name}: {text}>' if self._name_ is None else f'<{name}.{self._name_}: {text}>'

    def __str__(self):
        name = self.__class__.__name__
        return f'{name}({self._value_!r})' if self._name_ is None else f'{name}.{self._name_}'

    def _operand_(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        value = self._operand_(other)
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand_(other)
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand_(other)
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._boundary_ is KEEP or self._boundary_ is EJECT:
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    def __str__(self):
        return int.__repr__(self)
