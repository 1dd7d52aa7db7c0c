def count(n):
    print('start')
    for i in range(n):
        received = yield i
        if received:
            print('received', received)
    return 'result'


g = count(3)
print(next(g), g.send('hello'), next(g))
try:
    next(g)
except StopIteration as stop:
    print('stopped', stop.value)


def delegate():
    result = yield from count(2)
    print('delegated', result)
    yield from 'ab'


print(list(delegate()))


def guarded():
    try:
        yield 1
        yield 2
    except ValueError as error:
        print('thrown in', error)
        yield 3
    finally:
        print('closed')


g = guarded()
print(next(g), g.throw(ValueError('v')))
g.close()
g = guarded()
next(g)
g.close()
print(list(x * x for x in range(3)), next(iter([]), 'default'))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print([x for x, _ in zip(fibonacci(), range(10))], list(fibonacci().__next__() for _ in range(2)))
