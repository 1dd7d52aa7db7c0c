import nnscan

assert nnscan.executable().endswith("/bin/nnscan")
try:
    nnscan.export("examples/lenet.py", "LeNet")
except ImportError as error:
    assert "nnscan[onnx]" in str(error), error
else:
    raise AssertionError("onnx is not there")
