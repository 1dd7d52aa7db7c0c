def fibo():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
import itertools
print(list(itertools.islice(fibo(), 8)), list(itertools.takewhile(lambda x: x < 20, fibo())), list(zip(fibo(), "abc")), next(x for x in fibo() if x > 50))
