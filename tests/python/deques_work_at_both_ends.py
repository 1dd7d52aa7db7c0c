from collections import ChainMap, deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), len(d), d[0], d[-1], 2 in d, list(d))
d.extend([7, 8])
d.extendleft([5, 6])
d.rotate(2)
print(d, list(reversed(d)), d.count(7), d.index(1))
last = deque(maxlen=2)
for i in range(4):
    last.append(i)
print(last, last.maxlen, deque('abc') == deque(['a', 'b', 'c']), bool(deque()))
try:
    deque().pop()
except IndexError as error:
    print(error)
settings = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(settings['a'], settings['b'], sorted(settings), settings.get('z'),
      dict(settings.new_child({'b': 0})) == {'a': 1, 'b': 0})
