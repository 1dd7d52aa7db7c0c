d = {'b': 1, 'a': 2}
d['c'] = 3
d['b'] = 4
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()), len(d))
del d['b']
d['b'] = 5
print(d, 'b' in d, d.get('z'), d.get('z', 0), d.pop('a'), d.pop('q', None), d)
d.update({'x': 1}, y=2)
d.update([('z', 3)])
print(d, d.setdefault('x', 9), d.setdefault('new', []), d.popitem())
print(dict(a=1, b=2), dict([('k', 'v')]), dict({'m': 1}, n=2), dict(zip('ab', (1, 2))),
      dict.fromkeys('ab', 0))
print({1: 'int', 1.0: 'float'}, {True: 'bool', 1: 'int'}, {(1, 2): 'tuple'}[1, 2])
print({'a': 1} | {'b': 2, 'a': 3}, list(reversed({'p': 1, 'q': 2})),
      {k: v for k, v in d.items() if v})
copy = d.copy()
copy['only'] = 1
print('only' in d, d == dict(d), d.keys() & {'x', 'nope'}, sorted(d.keys() - {'x'}))
try:
    d['missing']
except KeyError as error:
    print(error, error.args)
try:
    {[]: 1}
except TypeError as error:
    print(error)
for key in list(d):
    if key < 'x':
        del d[key]
print(d)
