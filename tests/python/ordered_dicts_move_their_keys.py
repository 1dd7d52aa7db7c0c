from collections import OrderedDict

d = OrderedDict([('conv', 1), ('bn', 2)])
d['relu'] = 3
print(d, list(d.items()), isinstance(d, dict))
d.move_to_end('conv')
print(list(d))
d.move_to_end('relu', last=False)
print(list(d), d.popitem(), d.popitem(last=False), d)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {'b': 2, 'a': 1},
      OrderedDict() or 'empty')
e = OrderedDict(a=1)
e.update(b=2)
print(e.copy() == e, e.pop('a'), dict(e), e | {'z': 0}, OrderedDict.fromkeys('xy', 0),
      list(reversed(OrderedDict(p=1, q=2))))


class Named(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


n = Named()
n['ABC'] = 1
print(n, n['abc'])
