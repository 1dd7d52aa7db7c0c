from functools import reduce
from io import StringIO
from itertools import filterfalse, zip_longest
import builtins
import urllib

filter, input, map, range, xrange, zip = (builtins.filter, builtins.input, builtins.map,
                                          builtins.range, builtins.range, builtins.zip)
