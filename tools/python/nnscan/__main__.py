"""`python -m nnscan`: the executable, with the same arguments, streams and exit status."""
import os
import sys

from ._tool import executable

if __name__ == "__main__":
    path = executable()
    os.execv(path, [path, *sys.argv[1:]])
