# Data classes: https://docs.python.org/3/library/dataclasses.html

from ._dataclass import dataclass, make_dataclass
from ._fields import (KW_ONLY, MISSING, Field, FrozenInstanceError, InitVar, field, fields,
                      is_dataclass)
from ._values import asdict, astuple, replace
