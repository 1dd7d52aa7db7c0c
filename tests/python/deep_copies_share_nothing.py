import copy
x = {"a": [1, {"b": 2}]}; y = copy.copy(x); z = copy.deepcopy(x); x["a"][1]["b"] = 9; print(y, z)
