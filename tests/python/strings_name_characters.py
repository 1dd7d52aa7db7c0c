print("\N{BULLET} \N{GREEK SMALL LETTER ALPHA}\N{MICRO SIGN} \u00e9 \U0001F600 \x41 \101 \t|")
print(len("\N{EM DASH}"), r"\N{BULLET}", b"\x00\xff".hex(), "a\
b")
print("ключ".upper(), "ÉCOLE".lower(), "straße".upper(), "éa".title(), "ÀÉ".isupper(), "é".isalpha(), "٣".isdigit())
print("naïve"[2], "naïve"[::-1], "日本語"[1:], len("日本語"), "日本語".find("語"), "é" in "né", sorted("bçaé"))
print(repr("é\n\t\\'\""), repr("\x00\x7f\u200b\ue000"), ascii("é日"), "\N{DEGREE SIGN}C")
