import os
import pathlib

import nnscan

pathlib.Path("parts").mkdir()
pathlib.Path("parts/head.py").write_text("""\
from torch import nn


class Head(nn.Module):
    def __init__(self, features):
        super().__init__()
        self.fc = nn.Linear(features, 2)

    def forward(self, x):
        return self.fc(x)
""")
pathlib.Path("parts/net.py").write_text("""\
from torch import nn

from .head import Head


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Conv2d(3, 512, 3)
        self.head = Head(392)

    def forward(self, x):
        x = self.body(x).mean((2, 3))
        return self.head(x)
""")
pathlib.Path("parts/__init__.py").touch()
os.environ["FORCE_COLOR"] = "1"  # as in many build servers

assert nnscan.check("examples/lenet.py") == []
found: list[nnscan.Diagnostic] = nnscan.check(["parts", pathlib.Path("examples/lenet.py")], jobs=1)
assert len(found) == 1, found
at = found[0]
assert (at.file, at.line, at.severity) == (os.path.join("parts", "head.py"), 10, "error"), at
assert at.end_line == 10 and at.end_column > at.column > 0, at
assert "512" in at.message and "392" in at.message, at
assert [frame.function for frame in at.chain] == ["Net.forward"] or at.chain, at
assert at.chain[0].file == os.path.join("parts", "net.py") and at.chain[0].line == 14, at
assert any("Net" in entry for entry in at.entries), at
assert str(at).startswith(f"{at.file}:10:{at.column}: error[{at.code}]: "), at

try:
    nnscan.check("nothing.py")
except nnscan.UsageError as error:
    assert "nothing.py" in str(error), error
else:
    raise AssertionError("there is no such file")
