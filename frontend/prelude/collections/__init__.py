# Container datatypes: https://docs.python.org/3/library/collections.html

from ._chain_map import ChainMap
from ._counter import Counter
from ._defaultdict import defaultdict
from ._deque import deque
from ._namedtuple import namedtuple
from ._ordered_dict import OrderedDict
from ._user import UserDict, UserList
