# Names of another file under new ones.
from . import tables as kept
from .tables import by_other as renamed
