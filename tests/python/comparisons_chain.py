def value(x):
    print('asked', x)
    return x


print(1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 0 != 5)
print(value(1) < value(0) < value(2))
print(value(1) <= value(1) == value(1))
one = 1
print(1 in [1, 2] in [[1, 2]], None is None is not one)
print([1, 2] < [1, 3], (1,) < (1, 0), 'a' < 'b' < 'ba', [1] == [1.0], {1: 2} == {1: 2.0})
