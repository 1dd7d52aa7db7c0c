"""Calls of functions and closures: by position, by keyword, with defaults, recursive."""


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def scaled(value, factor=3, *, offset=0):
    return value * factor + offset


def counter(step):
    total = 0

    def count(n):
        nonlocal total
        total += n * step
        return total

    return count


def many(count):
    step = counter(2)
    result = 0
    for i in range(count):
        result = scaled(i) + scaled(i, 2) + scaled(i, offset=1) + step(i) % 7
    return result


print(fibonacci(25), many(150000), sum(map(lambda x: x % 5, range(200000))))
