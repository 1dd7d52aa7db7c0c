for a in (7, -7):
    for b in (2, -2, 3, -3):
        print(a, b, a // b, a % b, divmod(a, b), a / b)
print(7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2)
print(0 // 5, -1 // 10, -1 % 10, 5 % 5)
try:
    1 // 0
except ZeroDivisionError as error:
    print(error)
try:
    1.0 % 0
except ZeroDivisionError as error:
    print(type(error).__name__)
