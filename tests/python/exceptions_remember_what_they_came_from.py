def show(e):
    print(repr(e), "|", repr(e.__context__), "|", repr(e.__cause__), "|", e.__suppress_context__)


def chained(how):
    try:
        try:
            raise ValueError("first")
        except ValueError as first:
            if how == "plain":
                raise KeyError("second")
            if how == "cause":
                raise KeyError("second") from first
            raise KeyError("second") from None
    except KeyError as second:
        show(second)


for how in ("plain", "cause", "none"):
    chained(how)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        [][1]
except IndexError as e:
    show(e)

try:
    try:
        raise ValueError("v")
    finally:
        raise KeyError("f")
except KeyError as e:
    show(e)

show(ValueError("plain"))
try:
    try:
        raise ValueError(1)
    except ValueError:
        raise
except ValueError as e:
    show(e)
try:
    raise KeyError from ValueError
except KeyError as e:
    show(e)
try:
    raise KeyError from 3
except TypeError as e:
    print(e)


# The name of an exception ends with its handler.
def gone():
    e = 5
    try:
        raise ValueError("a")
    except ValueError as e:
        pass
    try:
        print(e)
    except UnboundLocalError as err:
        return type(err).__name__


def deleted_by_hand():
    try:
        raise ValueError("a")
    except ValueError as e:
        del e
    try:
        return e
    except UnboundLocalError as x:
        return type(x).__name__


def left_by_return():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i == 1:
                return str(e)


print(gone(), deleted_by_hand(), left_by_return())
try:
    raise KeyError("k")
except KeyError as e:
    pass
try:
    e
except NameError as err:
    print(err)


def inner():
    try:
        raise KeyError("inner")
    except KeyError as e:
        show(e)
    try:
        raise
    except ValueError as e:
        print("again:", e)


try:
    raise ValueError("outer")
except ValueError:
    inner()


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        raise KeyError("leaving")


try:
    with Manager():
        raise ValueError("inside")
except KeyError as e:
    show(e)
