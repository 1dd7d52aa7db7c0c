import collections.abc
import numbers
import sys
print(isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping), isinstance("a", collections.abc.Iterable), isinstance(5, numbers.Number), isinstance(len, collections.abc.Callable), isinstance(3, collections.abc.Hashable), isinstance((i for i in []), collections.abc.Iterator), sys.version_info >= (3, 7), sys.maxsize, sys.platform in ("linux", "darwin", "win32"), sys.float_info.epsilon if hasattr(sys, "float_info") else 2.220446049250313e-16)
