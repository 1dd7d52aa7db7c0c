import itertools as it
from itertools import chain, product

print(list(chain([1], 'ab', (2,))), list(chain.from_iterable([[1], [2, 3]])),
      list(it.repeat('x', 3)), list(it.islice(it.count(5), 3)))
print(list(product('ab', range(2))), list(product([0, 1], repeat=2)),
      list(it.permutations([1, 2, 3], 2)), list(it.combinations('abc', 2)))
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([3, 1, 4], max)),
      list(it.islice('abcdef', 1, 5, 2)), list(it.islice(it.cycle('ab'), 5)))
print(list(it.zip_longest([1, 2], 'a', fillvalue=0)), list(it.starmap(pow, [(2, 3), (3, 2)])),
      list(it.pairwise([1, 2, 3])))
print(list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])),
      list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.compress('abc', [1, 0, 1])))
print([(k, list(g)) for k, g in it.groupby('aabbba')],
      list(it.filterfalse(lambda x: x % 2, range(5))),
      list(it.combinations_with_replacement('ab', 2)))
a, b = it.tee([1, 2, 3])
print(next(a), list(b), list(a), [x for x, _ in zip(it.count(0, 2), range(3))],
      list(zip(it.count(), 'ab')))
