# A library in the style of those that find their models by name: importing it imports every file
# of models, and each of these registers what it defines.
from . import shapes
from .extra import *
from .registry import create, list_models
