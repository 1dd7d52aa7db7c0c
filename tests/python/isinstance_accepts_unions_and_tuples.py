print(isinstance(3, int | str), isinstance('x', (int, (str, bytes))), isinstance(None, int | None),
      isinstance(2.5, int | str))
print(issubclass(bool, int | str), isinstance(3, object),
      isinstance(int, type))
print(list[int]([1, 2]), dict[str, int](a=1), isinstance([], list), tuple[int, ...]([3]))
for value in (1, True, 'a', [1], (1,), {1: 2}, {1}, None, 1.5, len, print, type, range(3)):
    print(type(value).__name__, end=' ')
print()
try:
    isinstance(1, 5)
except TypeError as error:
    print(type(error).__name__)
