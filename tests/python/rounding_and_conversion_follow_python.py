x, n, name = 3.14159, 42, "net"
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(5, -1), round(15, -1), round(0.5), round(1e20), int(3.9), int(-3.9), int("12"), int("0b11", 2), int("ff", 16), int("0x1f", 0), int(" 7 "), float("1e3"), float(" -2.5 "), float("inf"), float("1_000"))
