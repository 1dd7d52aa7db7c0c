from typing import Any

import nnscan


def fails(file: str, entry: str, **options: Any) -> str:
    try:
        nnscan.export(file, entry, **options)
    except nnscan.UsageError as error:
        assert isinstance(error, nnscan.Error) and isinstance(error, ValueError)
        return str(error)
    raise AssertionError(f"{file} {entry} {options} should not be taken")


assert "nothing.py" in fails("nothing.py", "Net")
assert "--opset" in fails("examples/lenet.py", "LeNet", opset=3)
assert "nonsense" in fails("examples/lenet.py", "LeNet", inputs={"x": "nonsense[3]"})
assert "not one string" in fails("examples/lenet.py", "LeNet", inputs="x:float32[3]")
