import contextlib

width = 7


class Box:
    pass


def attribute(box, names):
    for i, name in enumerate(names):
        value = i * width
        exec(f'box.{name} = value + {i}')
    return vars(box)


print(attribute(Box(), ['a', 'b']))


def dropped(x):
    x = x + 1
    exec('x = 100')
    exec('x += 5\nfor i in range(3):\n    x += i')
    return x


print(dropped(1))

given = {'start': 2}
exec('''
def twice(v):
    global calls
    calls = calls + 1
    return 2 * v

class Inner(list):
    size = start

calls = 0
made = [twice(start + i) for i in range(3)]
''', given)
print(given['made'], given['calls'], given['Inner'].size, given['Inner']([1]), 'width' in given)

mine = {}
exec('here = width + start', {'width': 1, 'start': 5}, mine)
print(mine)

exec('width = 9; fresh = width * 2')
print(width, fresh)


class Body:
    exec('inside = width + 1')
    also = inside + 1


print(Body.inside, Body.also)

for bad in ('x = = 1', 'return 3', 'raise KeyError("mine")', 'undefined_name'):
    try:
        exec(bad)
    except Exception as e:
        print(type(e).__name__)


def mutates(log):
    exec('log.append(len(log))')
    with contextlib.suppress(ValueError):
        exec('log.append(-1)\nraise ValueError')
    return log, exec('pass')


print(mutates([5]))


def closure():
    outer = [1]

    def inner():
        outer.append(2)
        exec('outer.append(3)')
        return outer

    return inner()


print(closure())


def counted():
    for i in range(3):
        exec(f'part{i} = i * 2')
    part1 = 'variable'
    return eval('part0 + part2'), part1, eval('part1'), sorted(n for n in locals() if n.startswith('part'))


print(counted())
