"""Lists, tuples, dicts and sets: indexing, appending, unpacking, comprehensions, sorting."""


def sieve(limit):
    prime = [True] * limit
    prime[0] = prime[1] = False
    for i in range(2, int(limit ** 0.5) + 1):
        if prime[i]:
            for j in range(i * i, limit, i):
                prime[j] = False
    return [i for i, is_prime in enumerate(prime) if is_prime]


def histogram(values):
    counts = {}
    for value in values:
        key = value % 97, value % 3
        counts[key] = counts.get(key, 0) + 1
    by_name = {f'k{a}': b for (a, b) in counts}
    return len(counts), len(by_name), max(counts.values())


def shuffle(count):
    items = []
    seen = set()
    x = 1
    for _ in range(count):
        x = x * 48271 % 2147483647
        items.append((x % 1000, x))
        seen.add(x % 5000)
    items.sort(key=lambda pair: pair[0])
    first, *middle, last = items
    return first[0], last[0], len(middle), len(seen), sum(b for a, b in items if a in (1, 2, 3))


primes = sieve(400000)
print(len(primes), histogram(primes * 3), shuffle(80000))
