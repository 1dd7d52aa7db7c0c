import onnx

import nnscan

model: onnx.ModelProto = nnscan.export(
    "examples/early_exit.py", "EarlyExit", inputs={"x": "float32[N,3,32,32]"},
    init="random:1", opset=18)
onnx.checker.check_model(model, full_check=True)
assert [node.op_type for node in model.graph.node].count("If") == 1
assert [value.name for value in model.graph.input] == ["x"]
assert model.opset_import[0].version == 18

texts = nnscan.export("examples/lenet.py", "LeNet()", inputs=["x:float32[1,1,28,28]"])
assert len(texts.graph.input) > 1, "parameters are inputs by default"
