print(2 ** 64, 2 ** 100, -2 ** 70, 10 ** 30)
a = 123456789012345678901234567890
b = 987654321098765432109876543210
print(a + b, a - b, a * b, b // a, b % a, -b // a, -b % a, divmod(b, a), divmod(-b, a))
print(a < b, a == a + 0, a != b, a > 5, 5 > a, a >= a, 1.5 < a, a > 1e40)
print(a & 0xffffffff, a | 1, a ^ b, ~a, a >> 10, a << 10, -a >> 3, -a & 0xff, -a | b, -a ^ b)
print(hex(a), bin(a)[:20], oct(a)[:10], a.bit_length(), str(a), repr(-a), f"{a:,}", f"{a:x}", f"{a:>40}")
print(int("123456789012345678901234567890") == a, int("-0xfffffffffffffffffff", 16), int(1e30), float(a), a / b, a / 3)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2 - 9223372036854775807)
print(abs(-a), hash(a) == hash(a), {a: 1}[123456789012345678901234567890], a in [a], isinstance(a, int), type(a), bool(a))
import math
print(math.factorial(30), math.comb(100, 50), math.gcd(a, b), math.isqrt(a), math.prod(range(1, 25)), math.log2(a), math.log(a), math.sqrt(a))
print(pow(3, 200), pow(3, 200, 1000007), (-3) ** 41, 7 ** 0, a ** 2)
print(sum([2 ** 63, 2 ** 63]), max(a, b), min(a, 3), sorted([b, a, 1]), round(a, -5), round(a), int(a), a.real == a)
print("%d %x" % (a, a), "{:d}".format(a), "%s" % a)
print(0xFFFFFFFFFFFFFFFF, 0b1 << 64, (1 << 64) - 1, (1 << 63) - 1, ((1 << 64) - 1) & 0xff)
h = 14695981039346656037
for c in b"hash":
    h = ((h ^ c) * 1099511628211) % (1 << 64)
print(h)
print(int(2.0 ** 70), 2 ** 70 == 2.0 ** 70, 2 ** 70 + 1 == 2.0 ** 70, hash(2 ** 70) == hash(2.0 ** 70))
print(-(2 ** 63), -(-2 ** 63), 2 ** 63 // -1, -2 ** 63 // -1, abs(-2 ** 63))
x = 10 ** 20
x += 5; x -= 10 ** 20; print(x)
print((2 ** 200).to_bytes(26, "big").hex(), int.from_bytes(b"\x01" * 10, "little"))
