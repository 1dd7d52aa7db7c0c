"""--changed-only and --changed-since."""
from .case import Case, GOOD, MISFIT, RAISES, check, raising_class

NEW = ["init", "-q", "-b", "main"]
COMMIT = [["add", "-A"], ["commit", "-q", "-m", "change"]]
BROKEN = GOOD + raising_class("Odd")

CASES = [
    Case("only changed files are checked", {"a.py": RAISES, "b.py": RAISES, "m/c.py": RAISES}, [
        NEW, *COMMIT,
        check(".", "--changed-only", status=0, says=r"0 entries in 0 files"),
        {"a.py": BROKEN},
        check(".", "--changed-only", status=1, says=(r"^a\.py", r"no:^b\.py", r"in 1 file")),
        ["add", "a.py"],
        check(".", "--changed-only", status=1, says=(r"^a\.py", r"no:^b\.py")),
        {"new.py": MISFIT, "out.py": MISFIT, ".gitignore": "out.py\n"},
        check(".", "--changed-only", status=1,
              says=(r"^new\.py", r"^a\.py", r"no:^out\.py", r"no:^b\.py")),
        check(".", "--changed-only", folder="m", status=0, says=r"in 0 files"),
        {"m/c.py": RAISES + "\n"},
        check(".", "--changed-only", folder="m", status=1, says=(r"^c\.py", r"in 1 file")),
        check("m/c.py", "b.py", "--changed-only", status=1, says=(r"^m/c\.py", r"no:b\.py")),
    ]),
    Case("a change is checked in what imports it", {
        "pkg/__init__.py": "",
        "pkg/layers/__init__.py": "from .scale import (  # (all\n    factor,\n)\n",
        "pkg/layers/scale.py": "def factor(x):\n    return x\n", "pkg/other.py": GOOD,
        "pkg/net.py": "from .layers import \\\n    factor\n"
                      + GOOD.replace("self.fc(x)", "factor(x)"),
        "far.py": "def f():\n    import pkg.net as n\n    return n.Net()  # torch.nn.Module\n",
    }, [
        NEW, *COMMIT,
        {"pkg/layers/scale.py": "def factor(x):\n    raise ValueError('no')\n"},
        check(".", "--changed-only", status=1,
              says=(r"scale\.py:2.*NN202", r"in 2 files", r"1 refused")),
        check("pkg/other.py", "--changed-only", status=0, says=r"in 0 files"),
    ]),
    Case("before the first commit all is new", {"a.py": RAISES, "b.py": RAISES}, [
        NEW, ["add", "a.py"], check(".", "--changed-only", status=1, says=(r"^a\.py", r"^b\.py")),
    ]),
    Case("changes since a revision are those of this branch", {
        "a.py": GOOD, "b.py": GOOD, "c.py": GOOD,
    }, [
        NEW, *COMMIT, ["checkout", "-q", "-b", "side"], {"b.py": BROKEN}, *COMMIT,
        ["checkout", "-q", "main"], {"c.py": RAISES}, *COMMIT, ["checkout", "-q", "side"],
        check(".", "--changed-only", status=0, says=r"in 0 files"),
        check(".", "--changed-since", "main", status=1,
              says=(r"^b\.py", r"no:c\.py", r"in 1 file")),
        check(".", "--changed-since", "nowhere", status=2, says=r"no revision `nowhere`"),
        check(".", "--changed-since=--help", status=2, says=r"no revision `--help`"),
    ]),
    Case("names are not read by a shell", {"a b;'$(x).py": RAISES, "é.py": RAISES}, [
        NEW, check(".", "--changed-only", status=1, says=r"in 2 files"),
    ]),
    Case("without a repository there is a message", {"a.py": GOOD}, [
        check("a.py", "--changed-only", status=2, says=r"git.*`a\.py`.*not a git repository"),
    ]),
    Case("without git there is a message", {"a.py": GOOD}, [
        check("a.py", "--changed-only", status=2, says=r"git is not installed",
              environment={"PATH": "/nowhere"}),
    ]),
]
