d = {"a": "b", "b": "c"}
print(sorted(d.keys() | d.values()), sorted(d.keys() & ["a", "x"]), sorted(d.keys() - ("a",)))
print(sorted(d.keys() ^ "bz"), sorted({"q"} | d.keys()), sorted(["r"] | d.keys()), sorted(["a", "s"] - d.keys()))
print(sorted(d.items() | [("z", 1)], key=str), sorted(d.items() & [("a", "b")]))
print(type(d.keys() | []).__name__, type({1} & d.keys()).__name__)
for attempt in (lambda: d.values() | d.values(), lambda: d.keys() + [1], lambda: d.keys() | 5):
    try:
        print(attempt())
    except TypeError as error:
        print("TypeError")
