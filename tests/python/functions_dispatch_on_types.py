import functools
from contextlib import contextmanager, ExitStack, nullcontext, suppress
@functools.singledispatch
def kind(x): return "object"
@kind.register
def _(x: int): return "int"
@kind.register(list)
def _(x): return "list"
print(kind(1), kind([]), kind("s"))
