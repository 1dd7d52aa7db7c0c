from functools import cache, cached_property, lru_cache

calls = []


@lru_cache(maxsize=None)
def square(x):
    calls.append(x)
    return x * x


print(square(3), square(3), square(4), calls, square.cache_info().hits, square.cache_info().misses)


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60))


@lru_cache(maxsize=2)
def small(x, key=0):
    calls.append((x, key))
    return x


del calls[:]
for x in (1, 2, 1, 3, 2):
    small(x)
small(1, key=5)
print(calls, small.cache_info())


class Lazy:
    @cached_property
    def value(self):
        calls.append('computed')
        return 7


del calls[:]
lazy = Lazy()
print(lazy.value, lazy.value, calls, lazy.__dict__)
del lazy.value
print(lazy.value, calls)
