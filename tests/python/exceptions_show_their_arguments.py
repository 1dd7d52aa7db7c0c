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
