import json
text = '{"name": "net", "depth": [1, 2, 3], "rate": 0.5, "on": true, "off": false, "none": null, "nested": {"a": {"b": "\\u00e9\\n"}}, "big": 1e3, "neg": -12, "huge": 123456789012345678901234567890}'
d = json.loads(text)
print(d, type(d["depth"]), type(d["big"]), list(d))
print(json.dumps(d))
print(json.dumps({"b": [1, 2.5, None, True, (3, 4)], "a": "x\"y\\é"}, indent=2, sort_keys=True))
print(json.dumps([], indent=2), json.dumps({}), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps([1, 2], separators=(",", ":")), json.dumps("é", ensure_ascii=False))
for bad in ('{"a": }', "[1, 2", "nul", '{"a" 1}', ""):
    try:
        json.loads(bad)
    except json.JSONDecodeError as e:
        print(e)
    except ValueError as e:
        print("ValueError", e)
try:
    json.dumps({"a": {1, 2}})
except TypeError as e:
    print(e)
print(json.dumps({"a": {1}}, default=list), json.loads(" [1 , 2 ] "), json.loads("3"), json.loads('"s"'))
class E(json.JSONEncoder):
    def default(self, o):
        return str(o) if isinstance(o, complex) else super().default(o)
print(json.dumps([1j], cls=E), json.dumps(float("inf")), json.loads("NaN") != json.loads("NaN"), json.loads(b'{"a": 1}'))
