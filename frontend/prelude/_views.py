"""What the views of a dict do when they are walked."""
from _dict_views import walk


def __iter__(self):
    return walk(self)
