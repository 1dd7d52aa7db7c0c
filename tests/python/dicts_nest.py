nested = {"a": {"b": [1, {"c": 2}]}}; print(nested["a"]["b"][1]["c"], nested.get("a", {}).get("z", {}).get("y"))
