from .layers import *
from .wide import *
