import pathlib

import nnscan

pathlib.Path("net.py").write_text("""\
from torch import nn


class Net(nn.Module):
    def forward(self, x, scale: float = 1.0):
        return self.logged(x) * scale

    def logged(self, x):
        open("log.txt", "a").write(str(x.sum()))
        return x
""")
try:
    nnscan.export("net.py", "Net", inputs={"x": "float32[N]"}, set={"scale": 2.0})
except nnscan.ExportError as error:
    first = error.diagnostics[0]
    assert (first.file, first.line, first.column, first.severity) == ("net.py", 9, 9, "error"), first
    assert first.end_line == 9 and first.end_column > first.column, first
    assert first.code.startswith("NN"), first
    assert first.chain == (nnscan.Frame("net.py", 6, "Net.forward"),), first
    assert str(first) in str(error) and "^~~~" in str(error), str(error)
else:
    raise AssertionError("it should be refused")
