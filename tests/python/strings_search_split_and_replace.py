s = "layer1.0.conv2.weight"
print(s.split("."), s.split(".", 1), s.rsplit(".", 1), s.rsplit(".", maxsplit=2), s.partition("."), s.rpartition("."))
print(s.replace("layer", "stage"), s.replace(".", "_", 1), s.startswith(("conv", "layer")), s.endswith("weight"), s.find("conv"), s.find("zzz"), s.rfind("."), s.index("0"), s.count("."))
print(s.startswith("conv", 9), s.find(".", 7), s.find(".", 7, 8), s[-6:], s[:5].upper(), s.title(), s.capitalize(), "aBc".swapcase())
print("  pad\t".strip(), "xxaxx".strip("x"), "xxaxx".lstrip("x"), "xxaxx".rstrip("x"), "abc".center(9, "*"), "abc".ljust(5) + "|", "abc".rjust(5), "7".zfill(3), "-7".zfill(4))
print("a,b,,c".split(","), " a  b ".split(), "".split(), "".split(","), "a b c d".split(None, 2), " a b c ".rsplit(None, 1), "one\ntwo\r\nthree".splitlines(), "a\nb".splitlines(True))
print("123".isdigit(), "12a".isdigit(), "abc".isalpha(), "a1".isalnum(), " ".isspace(), "Ab".isupper(), "AB1".isupper(), "ab".islower(), "".isdigit(), "a_b".isidentifier(), "1a".isidentifier(), "x".isascii())
print("-".join(["a", "b"]), "".join(str(i) for i in range(3)), ", ".join(map(str, (1, 2.5))), "ab" * 3, 2 * "ab", "a" + "b", "a" in "cat", "abc"[1], "abc"[::-1], "abcdef"[1:5:2], len("abc"))
print("prefix_name".removeprefix("prefix_"), "name.py".removesuffix(".py"), "a-b".translate(str.maketrans("-", "_")), "a-b".translate({ord("-"): None}), "tab\tx".expandtabs(4), "%s" % "x", "abc" < "abd", min("hello"), sorted("hello"))
try:
    "abc".index("z")
except ValueError as e:
    print(e)
try:
    ", ".join([1])
except TypeError as e:
    print(e)
print(str(None), str(True), str([1, "a"]), str({"a": (1,)}), str(1.0), str(b"x"), repr("it's"), repr('say "hi"'), str({1, }), str(()), repr(""))
