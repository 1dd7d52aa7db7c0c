# Data classes whose values are checked:
# https://huggingface.co/docs/huggingface_hub/package_reference/dataclasses
#
# Validators run: those of fields at each assignment, those of classes (methods that begin with
# `validate_`) after `__init__`. Types of fields are not compared with their annotations: what
# raises there is taken here.

from dataclasses import MISSING, field, fields
from functools import wraps

from .errors import (StrictDataclassClassValidationError, StrictDataclassDefinitionError,
                     StrictDataclassFieldValidationError)

__module__ = 'huggingface_hub.dataclasses'


def _field_validators(cls):
    found = {}
    for f in fields(cls):
        validators = f.metadata.get('validator')
        if validators is not None:
            found[f.name] = validators if isinstance(validators, list) else [validators]
    return found


def _check_assignments(cls):
    set_plainly = cls.__setattr__

    def __setattr__(self, name, value):
        for validator in self.__validators__.get(name, ()):
            try:
                validator(value)
            except (ValueError, TypeError) as error:
                raise StrictDataclassFieldValidationError(field=name, cause=error) from error
        set_plainly(self, name, value)

    cls.__setattr__ = __setattr__


def _take_keywords(cls):
    """`__init__` hands what is no field to `__post_init__`, by default as attributes."""
    plain_init = cls.__init__

    @wraps(plain_init)
    def __init__(self, *args, **kwargs):
        if args:
            raise ValueError(f'{cls.__name__} accepts only keyword arguments, '
                             f'but found `{len(args)}` positional args.')
        for f in fields(cls):
            if f.name in kwargs:
                value = kwargs.pop(f.name)
            elif f.default is not MISSING:
                value = f.default
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            else:
                raise TypeError(f"Missing required field - '{f.name}'")
            setattr(self, f.name, value)
        self.__post_init__(**kwargs)

    def __post_init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    cls.__init__ = __init__
    if not hasattr(cls, '__post_init__'):
        cls.__post_init__ = __post_init__


def _validate_after_init(cls):
    validators = [getattr(cls, name) for name in dir(cls)
                  if name.startswith('validate_') and callable(getattr(cls, name))]
    cls.__class_validators__ = validators

    def validate(self):
        for validator in validators:
            try:
                validator(self)
            except (ValueError, TypeError) as error:
                raise StrictDataclassClassValidationError(validator=validator.__name__,
                                                          cause=error) from error

    validate.__is_defined_by_strict_decorator__ = True
    if not getattr(getattr(cls, 'validate', validate), '__is_defined_by_strict_decorator__', False):
        raise StrictDataclassDefinitionError(
            f"Class '{cls.__name__}' already implements a method called 'validate'.")
    cls.validate = validate
    plain_init = cls.__init__

    @wraps(plain_init)
    def __init__(self, *args, **kwargs):
        plain_init(self, *args, **kwargs)
        cls.validate(self)

    cls.__init__ = __init__


def _strict(cls, accept_kwargs):
    if not hasattr(cls, '__dataclass_fields__'):
        raise StrictDataclassDefinitionError(
            f"Class '{cls.__name__}' must be a dataclass before applying @strict.")
    inherited = getattr(cls, '__validators__', None)
    cls.__validators__ = _field_validators(cls)
    if inherited is None or cls.__validators__:
        _check_assignments(cls)
    if accept_kwargs:
        _take_keywords(cls)
    _validate_after_init(cls)
    return cls


def strict(cls=None, *, accept_kwargs=False):
    return (lambda cls: _strict(cls, accept_kwargs)) if cls is None else _strict(cls, accept_kwargs)


def validated_field(validator, default=MISSING, default_factory=MISSING, init=True, repr=True,
                    hash=None, compare=True, metadata=None, **kwargs):
    validators = validator if isinstance(validator, list) else [validator]
    return field(default=default, default_factory=default_factory, init=init, repr=repr, hash=hash,
                 compare=compare, metadata={**(metadata or {}), 'validator': validators}, **kwargs)


def as_validated_field(validator):
    def make_field(default=MISSING, default_factory=MISSING, **kwargs):
        return validated_field(validator, default, default_factory, **kwargs)

    return make_field
