import functools
from contextlib import contextmanager, ExitStack, nullcontext, suppress
@contextmanager
def ctx(tag):
    print("enter", tag)
    try:
        yield tag.upper()
    except KeyError as e:
        print("caught", e)
    finally:
        print("exit", tag)
with ctx("a") as a, ctx("b") as b:
    print(a, b)
    raise KeyError("k")
with suppress(ValueError): raise ValueError
with nullcontext(5) as n: print(n)
with ExitStack() as stack:
    names = [stack.enter_context(ctx(x)) for x in "yz"]
    stack.callback(print, "cb")
    print(names)
@ctx("deco")
def decorated(): return "body"
print(decorated())
