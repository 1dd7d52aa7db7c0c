import pathlib

import nnscan

pathlib.Path("net.py").write_text("""\
from torch import nn


class Net(nn.Module):
    def forward(self, x, scale: float = 1.0):
        print(x.sum().item(), file=open("/dev/null"))
        return x * scale
""")
try:
    nnscan.export("net.py", "Net", inputs={"x": "float32[N]"}, set={"scale": 2.0})
except nnscan.ExportError as error:
    assert error.diagnostics[0].file == "net.py", error.diagnostics
    assert error.diagnostics[0].line == 6, error.diagnostics
    assert error.diagnostics[0].code.startswith("NN"), error.diagnostics
    assert error.diagnostics[0].severity == "error"
    assert str(error.diagnostics[0]) in str(error), str(error)
else:
    raise AssertionError("it should be refused")
