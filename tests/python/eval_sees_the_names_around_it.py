import contextlib

width = 7
shadowed = 'module'


def parse(config):
    count, scale = config['count'], 3
    args = ['count', 'scale + 1', 'None', 'nearest', 'width * 2', 'len(config)', [1]]
    for i, a in enumerate(args):
        with contextlib.suppress(NameError):
            args[i] = eval(a) if isinstance(a, str) else a
    return args


def nested(shadowed):
    outer = 5

    def inner():
        used = outer
        return eval('used + outer'), eval('shadowed')

    return inner(), eval('shadowed'), eval('(lambda k: k * width)(outer)')


class Body:
    here = 4
    there = eval('here * width')


print(parse({'count': 80}))
print(nested('argument'))
print(Body.there, eval('width + 1'), eval('shadowed'))
print(eval('width', {'width': 1}), eval('a + b', {'a': 1, 'b': 5}, {'b': 2}), eval('b', None, {'b': 3}))
try:
    eval('shadowed', {'width': 1})
except NameError as e:
    print(e)


def hidden():
    secret = 1
    return eval('[width for _ in range(2)]'), [eval('width') for _ in range(2)]


print(hidden())
print(eval(' width'), eval('max(width, 9)'))
