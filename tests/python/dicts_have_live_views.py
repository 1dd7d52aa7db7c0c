d = {"a": 1, "b": 2}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items)
d["c"] = 3
print(keys, values, items, len(keys), len(values), len(items))
print("c" in keys, 3 in values, ("c", 3) in items, ("c", 4) in items, "z" in keys)
print(keys & {"a", "z"} == {"a"}, sorted(keys | {"q"}), sorted(keys - {"a"}), sorted(keys ^ {"a", "n"}))
print(type(keys).__name__, type(values).__name__, type(items).__name__)
print(list(reversed(keys)), list(reversed(values)), list(reversed(items)))
print(keys == {"a", "b", "c"}, keys == d.keys(), keys <= {"a", "b", "c", "d"}, items == d.items())
print(isinstance(keys, dict), isinstance(keys, set), isinstance(values, list))
first, *rest = d.values()
print(first, rest, max(d.values()), sum(d.values()), next(iter(d.items())))
print({k: v for k, v in zip(d.keys(), d.values())} == d, dict(d.items()), tuple(d.values()))
try:
    d.values()[0]
except TypeError as e:
    print(e)
print(keys.isdisjoint({"q"}), [*d.keys(), *d.values()])
