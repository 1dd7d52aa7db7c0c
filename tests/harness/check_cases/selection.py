"""--select, --ignore and the exit status."""
from .case import Case, GOOD, MISFIT, RAISES, check

BOTH = {"a.py": RAISES, "b.py": MISFIT}

CASES = [
    Case("the status says whether there are errors", {"a.py": GOOD, "b.py": RAISES}, [
        check("a.py", status=0, says=r"1 exact"),
        check("b.py", status=1, says=r"^b\.py:11:\d+: error\[NN202\]"),
        check("b.py", "--exit-zero", status=0, says=r"error\[NN202\]"),
        check("nowhere.py", status=2, says=r"nowhere\.py"),
        check("a.py", "--frobnicate", status=2, says=r"frobnicate"),
    ]),
    Case("a selection reports nothing else", BOTH, [
        check(".", status=1, says=(r"NN202", r"NN401")),
        check(".", "--select", "NN202", status=1, says=(r"NN202", r"no:NN401")),
        check(".", "--select", "NN4", status=1, says=(r"NN401", r"no:NN202")),
        check(".", "--select", "NN5", status=0, says=(r"no:NN401", r"no:NN202", r"2 refused")),
        check(".", "--select", "NN5,NN4", status=1, says=(r"NN401", r"no:NN202")),
        check(".", "--select", "NN2", "--select", "NN4", status=1, says=(r"NN401", r"NN202")),
    ]),
    Case("what is ignored is not reported, and refused all the same", BOTH, [
        check(".", "--ignore", "NN4", status=1, says=(r"no:NN401", r"NN202", r"2 refused")),
        check(".", "--ignore", "NN4, NN202", status=0, says=(r"no:error", r"2 refused")),
        check(".", "--ignore", "NN", "--summary", status=0, says=r"a\.py:5: Net refused"),
    ]),
    Case("the closer of select and ignore counts", BOTH, [
        check(".", "--ignore", "NN4", "--select", "NN401", status=1, says=(r"NN401", r"no:NN202")),
        check(".", "--select", "NN4", "--ignore", "NN401", status=0, says=r"no:NN401"),
        check(".", "--select", "NN401", "--ignore", "NN401", status=0, says=r"no:NN401"),
    ]),
    Case("a code that there is not is wrong usage", {"a.py": GOOD}, [
        check("a.py", "--select", "NN999", status=2, says=r"--select.*NN999.*did you mean `NN\d+`"),
        check("a.py", "--ignore", "nn401", status=2, says=r"--ignore.*did you mean `NN401`"),
        check("a.py", "--ignore", "NN401,", status=2, says=r"--ignore"),
        check("a.py", "--select", "", status=2, says=r"--select"),
    ]),
    Case("what is excluded is not checked", {
        "a.py": GOOD, "old/b.py": RAISES, "old/c.py": RAISES,
    }, [
        check(".", "--exclude", "old", status=0, says=r"1 entry in 1 file"),
        check(".", "--exclude", "old/*", status=0, says=r"1 entry in 1 file"),
        check(".", "--exclude", "b.py", "--exclude", "old/c.py", status=0, says=r"1 exact"),
        check(".", "--exclude", "b.py", status=1, says=(r"old/c\.py", r"no:old/b\.py")),
        check("old/b.py", "--exclude", "old", status=1, says=r"old/b\.py"),
    ]),
]
