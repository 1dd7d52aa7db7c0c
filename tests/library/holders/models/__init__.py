from .part import *
from .whole import *
from .search import *
from .other import *
from .heir import *
from .counted import *
from .lazy import *
from .unrelated import *
