# Higher-order functions: https://docs.python.org/3/library/functools.html

from ._cache import cache, cached_property, lru_cache
from ._dispatch import singledispatch, singledispatchmethod
from ._ordering import cmp_to_key, total_ordering
from ._partial import partial, partialmethod
from ._reduce import reduce
from ._wraps import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, update_wrapper, wraps
