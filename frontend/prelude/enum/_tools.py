import builtins

from ._enum import StrEnum

__module__ = 'enum'

property = builtins.property


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS = EnumCheck.CONTINUOUS
NAMED_FLAGS = EnumCheck.NAMED_FLAGS
UNIQUE = EnumCheck.UNIQUE


def unique(enumeration):
    """Refuses aliases."""
    aliases = [(name, member.name) for name, member in enumeration.__members__.items()
               if name != member.name]
    if aliases:
        details = ', '.join(f'{alias} -> {name}' for alias, name in aliases)
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration


def _check_continuous(enumeration):
    values = sorted(member.value for member in enumeration)
    known = set(values)
    if not values:
        return
    if hasattr(enumeration, '_is_flag_'):
        powers = range(values[0].bit_length() - 1, values[-1].bit_length())
        expected = [2 ** power for power in powers]
    else:
        expected = range(values[0], values[-1] + 1)
    missing = [value for value in expected if value not in known]
    if missing:
        raise ValueError(f'invalid {enumeration.__name__!r}: missing values '
                         f'{", ".join(str(value) for value in missing)}')


def _check_named_flags(enumeration):
    for name, member in enumeration.__members__.items():
        if member.value & ~enumeration._singles_mask_:
            raise ValueError(f'invalid Flag {enumeration.__name__!r}: alias {name} is missing '
                             'values [use enum.show_flag_values(value) for details]')


class verify:
    """Checks an enumeration against the given rules."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                unique(enumeration)
            elif check is CONTINUOUS:
                _check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                _check_named_flags(enumeration)
        return enumeration


def global_enum(cls, update_str=False):
    """Puts the members into the module that defines the class."""
    import sys
    namespace = vars(sys.modules[cls.__module__])
    namespace.update(cls.__members__)
    return cls
