class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


def describe(value):
    match value:
        case 0:
            return 'zero'
        case 1 | 2:
            return 'one or two'
        case True:
            return 'never'
        case 'text':
            return 'text'
        case str() as s if len(s) > 5:
            return f'long {s}'
        case []:
            return 'empty'
        case [x]:
            return f'one item {x}'
        case [1, *rest]:
            return f'starts with 1, then {rest}'
        case (a, [b, _]):
            return f'nested {a} {b}'
        case {'kind': 'circle', 'r': r, **other}:
            return f'circle {r} {other}'
        case {'kind': kind}:
            return f'kind {kind}'
        case Point(0, y):
            return f'on the axis at {y}'
        case Point(x=px, y=py) if px == py:
            return f'diagonal {px}'
        case int(n) | float(n):
            return f'number {n}'
        case None:
            return 'none'
        case _:
            return 'other'


for value in (0, 1, 2, 'text', 'longer text', 'abc', [], [5], [1, 2, 3], (7, [8, 9]),
              {'kind': 'circle', 'r': 2, 'c': 'red'}, {'kind': 'square'}, {}, Point(0, 4),
              Point(3, 3), Point(1, 2), 10, 2.5, None, (1, 2, 3)):
    print(describe(value))
