from .narrow import narrow
