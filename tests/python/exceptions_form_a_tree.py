class MyErr(ValueError):
    def __init__(self, msg, code=1):
        super().__init__(msg)
        self.code = code


class Err2(Exception): pass
try:
    raise Err2("m") from None
except Err2 as e: print(e.__cause__, e.__suppress_context__ if hasattr(e, "__suppress_context__") else True)
try:
    [].foo
except AttributeError as e: print(e)
try:
    raise StopIteration(3)
except StopIteration as e: print(e.value)
print(issubclass(MyErr, Exception), issubclass(KeyError, LookupError), issubclass(FileNotFoundError, OSError), isinstance(MyErr("q"), ValueError), MyErr("q").code, issubclass(UserWarning, Warning), issubclass(ModuleNotFoundError, ImportError), issubclass(RecursionError, RuntimeError))
