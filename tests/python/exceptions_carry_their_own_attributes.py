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
