from . import annotate
