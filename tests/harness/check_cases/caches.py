"""What a check takes from an earlier one: -v names what is analysed anew."""
import os
import pathlib

from .case import Case, GOOD, RAISES, check

HELPED = """from torch import nn
from parts import helper


class Net(nn.Module):
    def forward(self, x):
        return helper(x)
"""
HELPER, MENDED = "def helper(x):\n    raise ValueError('no')\n", "def helper(x):\n    return x * 2\n"
GUARDED = """from torch import nn
try:
    import extras
    FACTOR = extras.FACTOR
except ImportError:
    FACTOR = 1


class Net(nn.Module):
    def forward(self, x):
        if FACTOR != 1:
            raise ValueError('no')
        return x * FACTOR
"""
DYNAMIC = HELPED.replace("from parts import helper\n",
                         "import importlib\nhelper = importlib.import_module('par' + 'ts').helper\n")
CONFIGURED = """import json
import os
import torch
from torch import nn

with open(os.path.join(os.path.dirname(__file__), 'widths.json')) as file:
    WIDTHS = json.load(file)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(WIDTHS[0], WIDTHS[1])

    def forward(self, x):
        return x + self.layer(torch.zeros(2, 3)).sum()
"""

ANEW, KEPT = r"Net: \d", r"no:Net: \d"


def cut_off(folder: pathlib.Path) -> None:
    for file in folder.glob("kept/*.cbor"):
        file.write_bytes(file.read_bytes()[:-20])


def left_long_ago(folder: pathlib.Path) -> None:
    for name in ("check-0.cbor", "other.cbor"):
        (folder / "kept" / name).write_bytes(b"")
        os.utime(folder / "kept" / name, (0, 0))


def only_other_is_left(folder: pathlib.Path) -> None:
    left = sorted(file.name for file in folder.glob("kept/*") if file.stat().st_mtime == 0)
    if left != ["other.cbor"]:
        raise AssertionError(f"left of old files: {left}")


def kept(*args: str, **more):
    return check(".", "-v", *args, **more)


CASES = [
    Case("nothing changed", {"a.py": GOOD, "b.py": RAISES}, [
        kept(status=1, says=(ANEW, r"b\.py.*NN202")),
        kept(status=1, says=(KEPT, r"b\.py.*NN202", r"2 entries in 2 files")),
        check("b.py", "-v", status=1, says=(KEPT, r"b\.py.*NN202")),
        kept("--jobs", "1", "--format", "concise", status=1, says=KEPT),
        kept("--no-cache", status=1, says=ANEW),
    ]),
    Case("the file changed", {"a.py": GOOD, "b.py": RAISES}, [
        kept(status=1),
        {"b.py": GOOD},
        kept(status=0, says=(r"b\.py: Net: \d", r"no:a\.py: Net: \d")),
        {"b.py": RAISES},
        kept(status=1, says=r"b\.py.*NN202"),
    ]),
    Case("something that it imports changed", {
        "a.py": HELPED, "b.py": GOOD, "parts.py": HELPER,
    }, [
        kept(status=1, says=r"parts\.py:2.*NN202"),
        {"parts.py": MENDED},
        kept(status=0, says=(r"a\.py: Net: \d", r"no:b\.py: Net: \d")),
    ]),
    Case("what an import stands for changed", {
        "a.py": HELPED, "parts/__init__.py": "from .inner import *\n", "parts/inner.py": MENDED,
    }, [
        kept(status=0),
        {"parts/inner.py": HELPER},
        kept(status=1, says=r"inner\.py:2.*NN202"),
        {"parts/__init__.py": MENDED},
        kept(status=0, says=ANEW),
    ]),
    Case("an import by a name that is made changed", {"a.py": DYNAMIC, "parts.py": MENDED}, [
        kept(status=0),
        {"parts.py": HELPER},
        kept(status=1, says=r"parts\.py:2.*NN202"),
    ]),
    Case("a package appears that was not there", {"a.py": GUARDED}, [
        kept(status=0),
        {"extras.py": "FACTOR = 2\n"},
        kept(status=1, says=(ANEW, r"a\.py.*NN202")),
    ]),
    Case("a package appears below -I", {"a.py": GUARDED, "more/other.py": ""}, [
        kept("-I", "more", status=0),
        {"more/extras/__init__.py": "FACTOR = 2\n"},
        kept("-I", "more", status=1, says=ANEW),
        kept(status=0, says=ANEW),
    ]),
    Case("a data file changed", {"a.py": CONFIGURED, "widths.json": "[3, 4]"}, [
        kept(status=0),
        kept(status=0, says=KEPT),
        {"widths.json": "[5, 4]"},
        kept(status=1, says=(ANEW, r"a\.py.*NN401")),
    ]),
    Case("another option", {"a.py": GOOD}, [
        kept(status=0),
        kept("--opset", "13", status=0, says=ANEW),
        kept("--train", status=0, says=ANEW),
        kept("--max-steps", "3", status=1, says=r"NN9|NN8"),
        kept(status=0, says=KEPT),
    ]),
    Case("other settings of an entry", {
        "a.py": GOOD, "pyproject.toml": "[tool.nnscan.entries.\"a.py:Net\"]\ninputs = [\"x:float32[2,4]\"]\n",
    }, [
        kept(status=0),
        kept(status=0, says=KEPT),
        {"pyproject.toml": "[tool.nnscan.entries.\"a.py:Net\"]\ninputs = [\"x:float32[N,4]\"]\n"},
        kept(status=0, says=ANEW),
    ]),
    Case("messages name files from where the check is run", {"m/a.py": RAISES}, [
        check("m", status=1, says=r"^m/a\.py:\d"),
        check(".", status=1, folder="m", says=r"^a\.py:\d"),
    ]),
    Case("a folder of one's own", {"a.py": GOOD, "pyproject.toml": "[tool.nnscan]\ncache-dir = \"kept\"\n",
                                  "file": ""}, [
        kept(status=0),
        kept(status=0, says=KEPT),
        kept("--cache-dir", "other", status=0, says=ANEW),
        kept("--cache-dir", "other", status=0, says=KEPT),
        kept("--cache-dir", "file", status=2, says=r"cannot keep a cache in `file`"),
    ]),
    Case("old caches go", {"a.py": GOOD, "kept/.keep": ""}, [
        left_long_ago,
        kept("--cache-dir", "kept", status=0),
        only_other_is_left,
    ]),
    Case("a cache that is broken", {"a.py": RAISES}, [
        kept("--cache-dir", "kept", status=1),
        cut_off,
        kept("--cache-dir", "kept", status=1, says=(ANEW, r"a\.py.*NN202")),
        kept("--cache-dir", "kept", status=1, says=KEPT),
    ]),
]
