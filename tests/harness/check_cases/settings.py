"""[tool.nnscan] of pyproject.toml."""
from .case import Case, GOOD, MISFIT, RAISES, check, model

WIDE = """\
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.fc = nn.Linear(4, width)

    def forward(self, x, flag: bool = False):
        if flag:
            raise ValueError('flagged')
        return self.fc(x)
"""


def wrong(name: str, text: str, *says: str) -> Case:
    return Case(name, {"a.py": GOOD, "pyproject.toml": text}, [check("a.py", status=2, says=says)])


def entry(text: str, status: int, *says: str, name: str = "pkg.net:Net", **more) -> list:
    return [{"pyproject.toml": f'[tool.nnscan.entries."{name}"]\n{text}\n'},
            check("pkg", status=status, says=says, **more)]


def table(text: str) -> str:
    return "[tool.nnscan]\n" + text + "\n"


CASES = [
    Case("settings are those of the nearest file above the first path", {
        "pyproject.toml": table('ignore = ["NN202"]'),
        "sub/pyproject.toml": "[project]\nname = 'x'\n",
        "sub/a.py": RAISES,
        "own/pyproject.toml": table(""),
        "own/a.py": RAISES,
    }, [
        check("sub/a.py", status=0, says=r"no:NN202"),
        check("sub", status=0, says=r"no:NN202"),
        check("a.py", status=0, folder="sub", says=r"no:NN202"),
        check("own", status=1, says=r"NN202"),
        check("sub", "own", status=0),
        check("own", "sub", status=1),
    ]),
    Case("an empty file has no settings", {"m/a.py": RAISES, "m/pyproject.toml": ""}, [
        check("m", status=1, says=r"1 refused"),
        check("m", "--config", "m/pyproject.toml", status=2, says=r"has no table"),
    ]),
    Case("another file can be named", {
        "a.py": RAISES, "pyproject.toml": table('ignore = ["NN202"]'),
        "ci/strict.toml": table('select = ["NN2"]'), "other.toml": "[tool.other]\n",
    }, [
        check("a.py", "--config", "ci/strict.toml", status=1, says=r"NN202"),
        check("a.py", "--config", "other.toml", status=2, says=r"other\.toml.*\[tool\.nnscan\]"),
        check("a.py", "--config", "nowhere.toml", status=2, says=r"nowhere\.toml"),
    ]),
    Case("the command line wins", {
        "a.py": RAISES, "b.py": MISFIT, "pyproject.toml": table(
            'ignore = ["NN202"]\nselect = ["NN"]\nexclude = ["b.py"]\nformat = "concise"'),
    }, [
        check(".", status=0, says=r"no:b\.py"),
        check(".", "--ignore", "NN4", status=1, says=(r"a\.py.*NN202", r"no:b\.py")),
        check(".", "--exclude", "a.py", status=1, says=(r"b\.py.*NN401", r"no:a\.py")),
        check(".", "--format", "json", "--ignore", "NN5", status=1, says=r'^\s*"'),
    ]),
    Case("every option has its key", {
        "a.py": GOOD, "lib/dep.py": "WIDTH = 4\n",
        "b.py": model("return self.fc(x)").replace("import torch\n", "from dep import WIDTH\n")
        .replace("Linear(4, 3)", "Linear(WIDTH, 3)"),
        "pyproject.toml": table('include = ["lib"]\njobs = 1\ntimeout = 20.5\nopset = 18\n'
                                'as-export = true\ntrain = false\nmax-steps = 1000000\n'
                                'max-unroll = 10\nmax-depth = 500\nsummary = true\n'
                                'statistics = true\nexit-zero = true\nformat = "concise"\n'
                                'select = ["NN"]\nignore = []\nexclude = []\n'
                                'force-exclude = true'),
    }, [check(".", status=0, says=(r"b\.py:5: Net exact", r"2 exact"))]),
    Case("what is excluded and named outright is checked, unless that is ruled out", {
        "pkg/a.py": RAISES, "pkg/old/b.py": RAISES, "c.py": GOOD,
        "pyproject.toml": table('exclude = ["pkg/old", "a.py"]'),
        "forced.toml": table('exclude = ["pkg/old", "a.py"]\nforce-exclude = true'),
    }, [
        check("pkg/a.py", "pkg/old/b.py", status=1, says=(r"pkg/a\.py:", r"pkg/old/b\.py:")),
        check("pkg/a.py", "pkg/old/b.py", "c.py", "--force-exclude", status=0, says=r"1 entry in 1 file"),
        check("pkg/old", "--force-exclude", status=0, says=r"0 entries"),
        check("old/b.py", "../c.py", "--force-exclude", status=0, says=r"1 entry", folder="pkg"),
        check("pkg/a.py", "c.py", "--config", "forced.toml", status=0, says=r"1 entry in 1 file"),
        check("pkg/old/b.py", "c.py", "--exclude", "c.py", "--force-exclude", status=1,
              says=(r"pkg/old/b\.py:", r"1 entry in 1 file")),
        check("nowhere.py", "--force-exclude", "--exclude", "nowhere.py", status=2, says=r"nowhere\.py"),
    ]),
    Case("the opset of the file is that of the check", {
        "a.py": model("return nn.functional.grid_sample(self.fc(x), torch.zeros(1, 2, 2, 2))"),
        "pyproject.toml": table("opset = 15"),
    }, [
        check("a.py", status=1, says=r"NN601"),
        check("a.py", "--opset", "16", status=0),
        {"pyproject.toml": table("opset = 16")},
        check("a.py", status=0, says=r"1 exact"),
        check("a.py", "--opset", "15", status=1, says=r"NN601.*16"),
    ]),
    Case("limits from the file hold", {
        "a.py": model("return self.fc(x)", init=("for i in range(10000):", "    pass")),
        "pyproject.toml": table("max-steps = 100"),
    }, [
        check("a.py", status=1, says=r"NN801"),
        check("a.py", "--max-steps", "10000000", status=0),
    ]),
    Case("exit-zero and train come from the file", {
        "a.py": model("if self.training:", "    raise ValueError('no')", "return x"),
        "pyproject.toml": table("train = true\nexit-zero = true"),
    }, [check("a.py", status=0, says=r"NN202")]),
    Case("files have ignores of their own", {
        "old/a.py": RAISES, "new/a.py": RAISES, "new/test_a.py": RAISES, "new/b.py": MISFIT,
        "pyproject.toml": '[tool.nnscan.per-file-ignores]\n"old" = ["NN2"]\n'
                          '"test_*.py" = ["NN202"]\n'
                          '"new/b.*" = ["NN4", "NN5"]\n',
    }, [
        check(".", status=1, says=(r"new/a\.py", r"no:old/a\.py", r"no:test_a\.py:\d",
                                   r"no:new/b\.py:\d")),
        check("../old/a.py", folder="new", status=0),
    ]),
    wrong("an unknown key", table('selct = ["NN4"]'),
          r"^pyproject\.toml:2:1: error: .*`selct`", r"did you mean `select`"),
    wrong("an unknown key that resembles none", table("x1 = 1"),
          r"^pyproject\.toml:2:1: error", r"there are select"),
    wrong("a list that is a string", table('select = "NN4"'),
          r"^pyproject\.toml:2:\d+: error: `select`.*list"),
    wrong("a list of other things", table('select = ["NN4", 5]'),
          r"^pyproject\.toml:2:\d+: error.*an integer"),
    wrong("a number that is a string", table('\njobs = "2"'),
          r"^pyproject\.toml:3:\d+: error: `jobs`.*an integer"),
    wrong("a number out of range", table("opset = 5"),
          r"^pyproject\.toml:2:\d+: error: `opset` is 5.*11.*20"),
    wrong("no time at all", table("timeout = 0"), r"^pyproject\.toml:2:\d+: error: `timeout`"),
    wrong("a flag that is a number", table("exit-zero = 1"),
          r"^pyproject\.toml:2:\d+: error: `exit-zero`"),
    wrong("an unknown code", table('ignore = ["NN402", "NN999"]'),
          r"^pyproject\.toml:2:\d+: error.*NN999.*did you mean"),
    wrong("an unknown format", table('format = "yaml"'), r"yaml"),
    wrong("no TOML", table("select = ["), r"^pyproject\.toml:\d+:\d+: error"),
    wrong("all mistakes at once", table("jobs = 'x'\nopset = 1.5"),
          r"toml:2:\d+: error", r"toml:3:\d+: error"),

             wrong("per-file ignores of an unknown code",
          "[tool.nnscan.per-file-ignores]\n'a.py' = ['NX']\n",
          r"toml:2:\d+: error.*`a\.py`.*NX"),
    wrong("an entry without a class", '[tool.nnscan.entries."pkg.net"]\n',
          r"toml:1:\d+: error.*pkg\.net", r"package\.module:Class"),
    wrong("an entry without a file", '[tool.nnscan.entries."pkg.nett:Net"]\n',
          r"toml:1:\d+: error.*pkg\.nett"),

             wrong("an entry with an unknown key", '[tool.nnscan.entries."a.py:Net"]\n'
          'input = ["x:float32[1]"]\n',
          r"toml:2:1: error.*`input`", r"did you mean `inputs`"),

             wrong("an entry with a wrong input",
          '[tool.nnscan.entries."a:Net"]\ninputs = ["x:float33[1]"]\n',
          r"toml:2:\d+: error.*float33"),
    wrong("an entry with a wrong set", '[tool.nnscan.entries."a:Net"]\nset = ["x"]\n',
          r"toml:2:\d+: error.*`x`"),
    wrong("mistakes below what the command line says",
          table('select = "NN4"'), r"toml:2:\d+: error: `select`"),
    Case("a configured entry is analysed as it says", {"pkg/__init__.py": "", "pkg/net.py": WIDE}, [
        check("pkg", status=0, says=r"1 not analysed"),
        *entry('args = "10"', 0, r"1 entry .*1 exact"),
        *entry('args = "width=10"\ninputs = ["x:float32[N,4]"]', 0, r"1 exact"),
        *entry('args = "10"\ninputs = ["x:float32[N,5]"]', 1,
               r"pkg/net\.py:\d+:\d+: error\[NN401\]"),
        *entry('args = "10"\nset = ["flag=True"]', 1, r"NN202.*flagged"),
        *entry('args = "10, 11"', 1, r"error\[NN"),
        *entry("", 0, r"1 exact", name="pkg.net:Net(10)"),
        *entry("", 0, r"1 exact", name="pkg/net.py:Net(10)"),
        *entry('args = "3"', 2, r"toml:2:1: error.*arguments", name="pkg/net.py:Net(10)"),
        *entry("", 1, r"error\[NN104\]"),
        *entry("", 1, r"error\[NN103\].*Nest", name="pkg.net:Nest"),
    ]),
    Case("configured entries are found in src and include", {
        "src/pkg/__init__.py": "", "src/pkg/net.py": WIDE, "lib/far.py": WIDE,
        "pyproject.toml": '[tool.nnscan]\ninclude = ["lib"]\n[tool.nnscan.entries]\n'
                          '"pkg.net:Net" = { args = "3" }\n"far:Net" = { args = "3" }\n',
    }, [
        check(".", status=0, says=r"2 exact"),
        check("src", status=0, says=r"1 entry .*1 exact"),
        check("src/pkg/net.py", status=0, says=r"1 exact"),
    ]),
    Case("a configured entry is checked wherever it is hidden", {
        "net.py": "from base import Base as Net\n", "base.py": GOOD.replace("Net", "Base"),
        "old/net.py": RAISES,
        "pyproject.toml": '[tool.nnscan]\nexclude = ["old"]\n'
                          '[tool.nnscan.entries]\n"old/net.py:Net" = {}\n',
    }, [check(".", status=1, says=r"old/net\.py:11")]),
]
