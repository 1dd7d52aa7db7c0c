functions = [lambda: i for i in range(3)]
print([f() for f in functions])
bound = [lambda i=i: i for i in range(3)]
print([f() for f in bound])


def counter():
    count = 0

    def add(step=1):
        nonlocal count
        count += step
        return count

    def get():
        return count

    return add, get


add, get = counter()
add()
add(5)
print(get(), counter()[1]())


def adder(n):
    return lambda x: x + n


print(adder(3)(4), [adder(k)(10) for k in (1, 2)])
