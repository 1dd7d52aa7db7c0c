x = "global"


def f():
    pass


if True:
    def cond(): return "then"
else:
    def cond(): return "else"
print(cond()); __private = 3; print(__private, globals()["x"], "f" in globals(), "nope" in globals())
try:
    raise ValueError("gone")
except ValueError as err:
    keep = err
print(str(keep))
with open(__file__) as fh: first = fh.readline()
