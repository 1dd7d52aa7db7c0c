# A library whose registries lie where no register function of their own file fills them: each file
# of models reaches them in a way of its own.
from . import tables
from .models import *
