class MyErr(ValueError):
    def __init__(self, msg, code=1):
        super().__init__(msg)
        self.code = code
def risky(k):
    try:
        if k == 0: raise MyErr("bad", code=7)
        if k == 1: return [][1]
        if k == 2: assert False, "asserted"
        if k == 3: raise KeyError("key")
        if k == 4: raise NotImplementedError
        if k == 5: return "ok"
        raise RuntimeError("last") from ValueError("cause")
    except MyErr as e:
        return type(e).__name__, e.code, e.args, str(e)
    except (IndexError, AssertionError) as e:
        return repr(e)
    except KeyError as e:
        try:
            raise TypeError("inner") from e
        except TypeError as t:
            return repr(t.__cause__)
    except Exception as e:
        return type(e).__name__, str(e), e.args, repr(e.__cause__)
    else:
        return "else"
    finally:
        print("finally", k)
for k in range(7): print(risky(k))
def nested():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally:
            print("fin", i)
    else:
        print("never")
    try:
        try:
            raise ValueError("a")
        except ValueError:
            raise
    except ValueError as e:
        return f"re-raised {e}"
print(nested())
try:
    try: 1 / 0
    finally: print("f1")
except ZeroDivisionError as e: print(e, isinstance(e, ArithmeticError), e.__class__.__mro__[1].__name__)
def ret():
    try: return "try"
    finally: print("before return")
print(ret())
try:
    raise ValueError("a", 2)
except ValueError as e:
    print(e, e.args, repr(e), str(ValueError()), str(KeyError("k")), repr(Exception("x")))
try:
    assert 1 == 2
except AssertionError as e:
    print("AE", str(e) == "")
try:
    raise Exception
except Exception as e:
    print(type(e), e.args)
import warnings, traceback
warnings.warn("quiet"); warnings.warn("x", DeprecationWarning, stacklevel=2); warnings.filterwarnings("ignore"); warnings.simplefilter("ignore")
with warnings.catch_warnings():
    warnings.simplefilter("ignore"); warnings.warn("y")
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
