print(6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 5, 100 >> 3, -1 >> 1, -8 >> 1, ~0)
print(True & False, True | False, True ^ True)
x = 0b1010
x |= 1
x &= ~2
x ^= 0xF
x <<= 2
x >>= 1
print(x, bin(x), x.bit_length(), bin(x).count('1'))
