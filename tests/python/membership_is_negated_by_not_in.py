table = {"a": 1}
print("b" not in table, "a" not in table, 3 not in [1, 2], "x" not in "text", 5 not in range(4))
class Odd:
    def __contains__(self, x):
        return x % 2 == 1
print(2 not in Odd(), 3 not in Odd(), not 3 in Odd())
if "padding" not in {"stride": 1}:
    print("no padding")
print([k for k in ("a", "b", "c") if k not in ("b",)])
