"""Loops over ranges and conditions, with whole numbers and fractions."""


def collatz(limit):
    longest = 0
    for start in range(1, limit):
        n, steps = start, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        if steps > longest:
            longest = steps
    return longest


def integral(steps):
    total = 0.0
    for i in range(steps):
        x = (i + 0.5) / steps
        total += x * x - 0.25 * x
    return total / steps


print(collatz(15000), round(integral(600000), 9))
