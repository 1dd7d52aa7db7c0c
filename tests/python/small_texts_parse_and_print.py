from io import StringIO, BytesIO
s = StringIO("a\nb\n"); print(s.read(), s.read() == "", s.getvalue()); s = StringIO(); s.write("x"); print("y", file=s) if False else s.write("y\n"); print(repr(s.getvalue()))
b = BytesIO(b"abc"); print(b.read(2), b.tell(), b.read(), b.seek(0), b.getvalue())
print("%-10s|%10.3f|%+d|%s" % ("ab", 3.14159, 5, [1]), "{:<10}|{:>10.3f}|{:+d}".format("ab", 3.14159, 5), f"{'ab':<10}|{3.14159:>10.3f}|{5:+d}")
table = [["name", "params"], ["conv", 9408], ["fc", 2049000]]
for row in table: print("".join(str(c).ljust(8) for c in row) + "|")
print("\n".join(f"{n:>6}: {p:>10,}" if isinstance(p, int) else f"{n:>6}: {p:>10}" for n, p in table), "=" * 20, sep="\n")
print("a,b;c".replace(";", ",").split(","), "k=v=w".split("=", 1), dict(p.split("=") for p in "a=1,b=2".split(",")), [int(x) for x in "1 2 3".split()], "CamelCase".lower(), "snake_case".title().replace("_", ""), "x".join("abc"), "abc".find("c"), "%s" % None, "%5.1f%%" % 12.34, "a\tb\\n", r"a\tb", "é".encode("utf-8"), b"caf\xc3\xa9".decode(), "tést".encode("ascii", "ignore"), b"a" + b"b", b"abc"[1], b"abc"[:2], b"a,b".split(b","), bytes(3), bytes([1, 255]), b"\n\x00'", "ab" in "cab", b"a" in b"ba", "abc".startswith(""), "".join([]), "a" "b", """multi
line""", 'sin"gle', "dou'ble", '\x41\u0042\U00000043\103', "\a\b\f\v".encode(), len("\n"), "tab\tx".expandtabs(), "aXbX".split("X"), "  x ".strip() + "|", "x=%(x)s" % dict(x=1), "{0}{0}".format("r"), "{a[k]}{b.real}".format(a={"k": 1}, b=2), "{:,}".format(10 ** 9), "{:08.3f}".format(-3.14159), "{:e}".format(12345.678), "{:>+8d}".format(42), "{:#x}".format(255), "{:^10}".format("mid"), "{:.3}".format("abcdef"), "{!s:>5}".format(None), "{:%}".format(0.25), "{:g}".format(1e-10), "{:c}".format(65), sep="\n")
