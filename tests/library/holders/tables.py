class Table:
    """Holds a container that others fill from outside."""

    def __init__(self):
        self.items = {}


class Base:
    known = []

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        Base.known.append(cls.__name__)


def counting():
    counts = []

    def count(fn):
        counts.append(fn.__name__)
        return fn

    count.counts = counts
    return count


by_part = Table()
by_package = Table()
by_search = Table()
by_other = {}
count = counting()
