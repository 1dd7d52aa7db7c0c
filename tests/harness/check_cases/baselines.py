"""--baseline and --write-baseline."""
from .case import Case, GOOD, MISFIT, RAISES, check, model, raising_class

TWICE = GOOD + raising_class("A") + raising_class("B")

CASES = [
    Case("known findings are not reported", {"a.py": RAISES, "b.py": GOOD}, [
        check(".", "--write-baseline", "known.json", status=0, says=(r"1 finding", r"no:error")),
        check(".", "--baseline", "known.json", status=0, says=(r"no:error", r"1 refused")),
        {"b.py": MISFIT},
        check(".", "--baseline", "known.json", status=1, says=(r"b\.py.*NN401", r"no:a\.py:\d")),
    ]),
    Case("findings are known again on other lines", {"a.py": RAISES}, [
        check(".", "--write-baseline", "known.json"),
        {"a.py": "# one\n# two\n\n" + RAISES},
        check(".", "--baseline", "known.json", status=0),
        {"a.py": RAISES.replace("raise ValueError('no')", "if True: raise ValueError('no')")},
        check(".", "--baseline", "known.json", status=1, says=r"a\.py:11"),
        {"a.py": RAISES.replace("Net", "Nest")},
        check(".", "--baseline", "known.json", status=1, says=r"a\.py:11"),
    ]),
    Case("as many as were known, and no more", {"a.py": TWICE}, [
        check(".", "--write-baseline", "known.json", says=r"2 findings"),
        {"a.py": TWICE + raising_class("C")},
        check(".", "--baseline", "known.json", status=1, says=(r"error\[NN202\]", r"4 entries")),
    ]),
    Case("a baseline does not depend on the working directory", {"m/a.py": RAISES}, [
        check("m", "--write-baseline", "m/known.json"),
        check(".", "--baseline", "known.json", folder="m", status=0),
        check("a.py", "--baseline", "../m/known.json", folder="m", status=0),
        check("m/a.py", "--baseline", "m/known.json", status=0),
    ]),
    Case("what no longer occurs is said", {"a.py": RAISES, "b.py": MISFIT}, [
        check(".", "--write-baseline", "known.json"),
        {"a.py": GOOD},
        check(".", "--baseline", "known.json", status=0,
              says=(r"1 no longer occurs", r"^  a\.py: NN202")),
        check("b.py", "--baseline", "known.json", status=0, says=r"no:no longer"),
        check(".", "--baseline", "known.json", "-q", status=0, says=r"no:no longer"),
    ]),
    Case("the settings name a baseline", {
        "m/a.py": RAISES, "m/pyproject.toml": '[tool.nnscan]\nbaseline = "known.json"\n',
    }, [
        check("m", status=2, says=r"m/known\.json.*--write-baseline"),
        check("m", "--write-baseline", "m/known.json"),
        check("m", status=0),
        check("m", "--baseline", "m/none.json", status=2),
    ]),
    Case("a baseline that is none", {
        "a.py": GOOD, "empty.json": "", "list.json": "[]",
        "other.json": '{"version": 99, "findings": []}',
        "text.json": '{"version": 1, "findings": [3]}',
    }, [check("a.py", "--baseline", name, status=2, says=rf"--baseline: .*{name}")
        for name in ("empty.json", "list.json", "other.json", "text.json", "nowhere.json")]
        + [check("a.py", "--write-baseline", "no/where.json", status=2, says=r"no/where\.json")]),
    Case("comments and ignores come before the baseline", {
        "a.py": model("raise ValueError('no')  # nnscan: ignore"), "b.py": MISFIT,
    }, [
        check(".", "--ignore", "NN4", "--write-baseline", "known.json", says=r"0 findings"),
    ]),
]
