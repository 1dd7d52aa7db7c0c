print(len(str(2 ** 2000)), (2 ** 2000) % 1000007, (7 ** 300) // (7 ** 299), int("9" * 100) % 97, (1 << 500).bit_length(), hex(2 ** 130), (3 ** 100) ** 2 == 3 ** 200, -(2 ** 100) >> 3, (2 ** 100 + 1) & 1, 10 ** 50 // 10 ** 49, (10 ** 30 + 7) % (10 ** 15), divmod(-(10 ** 25), 10 ** 12 + 1))
import math
print(math.factorial(25), math.comb(60, 30), math.perm(20, 15), math.gcd(2 ** 80, 6 ** 50), math.isqrt(10 ** 40), math.log10(10 ** 100), math.lcm(10 ** 12, 3 ** 20), round(math.log(10 ** 400), 6), math.floor(1e25), math.ceil(-1e25), math.trunc(1e22))
a, b = 3 ** 90, 5 ** 70
print(a > b, a < b, a == 3 ** 90, a != b, a >= 1e40, a <= float("inf"), min(a, b) == a, sorted([b, a, 1]) == [1, a, b], a in {a}, {a: "x"}[3 ** 90], a - b, b - a, a * -1, -a // 7, -a % 7, a // -7, a % -7, a ^ b, ~a, a | 1, a & b, abs(-a), int(str(a)) == a, float(a), a / b, a * 0.5, bool(a), str(a)[:5], f"{a:,}"[:12], f"{a:e}", "%d" % a, round(a, -40), a.bit_length(), pow(a, 3, 1000), pow(2, a % 50), hash(a) == hash(3 ** 90), isinstance(a, int), type(a) is int, range(2 ** 70).__class__.__name__ if False else "range")
for bad in (lambda: 2 ** 100 / 0, lambda: 2 ** 100 // 0, lambda: 2 ** 100 % 0, lambda: float(10 ** 400), lambda: [1][2 ** 70], lambda: [0] * 2 ** 70, lambda: 1 << -1, lambda: int("12a" * 30), lambda: 2 ** 100 + "a", lambda: (2 ** 64).to_bytes(8, "big"), lambda: chr(2 ** 70), lambda: math.sqrt(-2 ** 70), lambda: 10 ** 400 * 1.0):
    try: print(bad())
    except Exception as e: print(type(e).__name__, str(e)[:45])
