print(list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, '', 'a'])),
      list(filter(lambda x: x > 1, (1, 2, 3))))
print(list(zip('ab', (1, 2, 3))), dict(zip('ab', [1, 2])), list(zip()),
      list(zip(*[(1, 2), (3, 4)])), list(zip([1], [2], strict=True)))
print(list(enumerate('ab')), list(enumerate('ab', start=5)), list(reversed([1, 2, 3])),
      list(reversed('ab')))
print(any([]), all([]), any(x > 2 for x in (1, 3)), all(x > 2 for x in (1, 3)), sum([1, 2], 10),
      sum([[1], [2]], []))
print(min(3, 1, 2), max([1, 5, 2]), min([], default='none'), max('abc', key=lambda c: -ord(c)),
      sorted({'b': 1, 'a': 2}))
print(len('abc'), abs(-2.5), pow(2, 10), pow(3, 4, 5), divmod(7, 2), hash('a') == hash('a'),
      callable(len), callable(3))
print(isinstance(1, (str, int)), issubclass(bool, int), type(1) is int, type('').__name__,
      id([]) == id(None), repr([1]))
try:
    list(zip([1], [], strict=True))
except ValueError as error:
    print(error)
