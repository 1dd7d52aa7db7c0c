print(int('12'), int('-0x1f', 16), int('101', 2), int('0b11', 0), int(True), int(2.9))
print(float(3), float('2'), bool(0), bool(0.0), bool('0'), bool([]), bool([0]))
print(bin(10), oct(64), hex(255), hex(-255), chr(65), ord('a'))
print(str(5), str(5.0), repr('5'), 3 == 3.0, True == 1, True + True, isinstance(True, int))
print(1 < 2.5, 2 ** 53 == float(2 ** 53))
for text in ('x', '1.5', ''):
    try:
        print(int(text))
    except ValueError as error:
        print(error)
