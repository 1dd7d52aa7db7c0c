import math
for bad in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: math.sqrt(-1), lambda: math.log(0), lambda: int("x"), lambda: float("y"), lambda: [1][5], lambda: {}["k"], lambda: "a" + 1, lambda: 1 + "a", lambda: None.x, lambda: len(5), lambda: (1, 2).append, lambda: undefined_name, lambda: [] < 1, lambda: {}[[]], lambda: int(None), lambda: "abc"[10], lambda: range(3)[5], lambda: next(iter([])), lambda: [].pop(), lambda: {}.popitem(), lambda: set().pop(), lambda: (lambda x: x)(), lambda: (lambda: 0)(1), lambda: dict([1]), lambda: tuple(5), lambda: sum(["a"]), lambda: max([]), lambda: [1, 2].index(3), lambda: [1].remove(2), lambda: "a" * "b", lambda: -"a", lambda: 3(), lambda: 3[0], lambda: (1,)[1], lambda: isinstance(1, 2), lambda: int("1.5"), lambda: chr(-1), lambda: math.floor(math.inf), lambda: round("a"), lambda: abs("a"), lambda: "%d" % "a", lambda: "%s %s" % 1, lambda: "{}".format(), lambda: "{a}".format(b=1)):
    try:
        print("no error", bad())
    except Exception as e:
        print(type(e).__name__, e)
