"""The names of typing."""
from typing import *
