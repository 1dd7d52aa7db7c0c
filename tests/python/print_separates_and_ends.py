print()
print(1, 'a', None, True, 2.5, [1, 'x'], ('t',), {'k': 'v'}, sep=' | ')
print('no newline', end='')
print('!', end='\n\n')
print(*[1, 2, 3], sep='')
print('a', 'b', sep='\t')
print([], (), {}, set(), '', [[]], [()], (1, (2,)), {'a': {'b': []}}, [None, ...],
      [1.0, -0.0, 1e20])
