def shape(v):
    match v:
        case 0: return "zero"
        case int() | float() if v < 0: return "negative"
        case [x, y]: return f"pair {x} {y}"
        case [first, *rest]: return f"list {first} {len(rest)}"
        case {"type": t, **kw}: return f"dict {t} {sorted(kw)}"
        case str(s) if s: return s.upper()
        case None | True: return "none or true"
        case (): return "empty"
        case _: return "other"
for v in (0, -1, [1, 2], (1, 2, 3), {"type": "a", "k": 1}, "s", None, True, (), 7.5, ""):
    print(shape(v))
