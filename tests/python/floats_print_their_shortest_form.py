for x in (0.1, 1.0, 1e16, 1e15, 123456789.123, 1e-5, 0.0001, 1 / 3, -0.0, 1e100, 2.5e-8, 100.0):
    print(x, repr(x))
print(float('inf'), float('-inf'), float('nan'), 1e309)
print(0.1 + 0.2, 1.1 * 3, 2 ** 0.5, 2 ** -1, 10 ** -2)
print(float('1e3'), float(' 2.5 '), int(3.99), int(-3.99), round(2.5), round(3.5), round(-0.5))
print(round(2.675, 2), round(1234.5678, -2), round(5), round(1.25, 1))
print((0.5).is_integer(), (2.0).is_integer())
