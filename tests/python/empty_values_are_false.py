print(bool(0), bool(0.0), bool(""), bool("0"), bool([]), bool([0]), bool(None), bool(()), bool({}), bool({0: 0}), bool(set()), bool(range(0)), bool(object()), bool(b""), bool(1j), bool(lambda: 0))
