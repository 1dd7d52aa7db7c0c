class Lazy:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        if name.startswith('made_'):
            return name[5:]
        raise AttributeError(f'no {name}')

    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2 if isinstance(value, int) else value)

    def __delattr__(self, name):
        print('deleting', name)
        super().__delattr__(name)

    def __dir__(self):
        return ['a', 'b']


x = Lazy()
x.other = 5
print(x.real, x.other, x.made_up, hasattr(x, 'nope'), getattr(x, 'nope', 'default'), dir(x))
del x.other
print(x.__dict__)
try:
    x.nope
except AttributeError as error:
    print(error)


class Config(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)

    def __setattr__(self, name, value):
        self[name] = value

    def __missing__(self, key):
        return f'<{key}>'


c = Config(a=1)
c.b = 2
print(c, c.a, c.b, c['zz'], c.get('zz'), isinstance(c, dict), len(c))


class Store:
    def __init__(self):
        self.log = []

    def __setitem__(self, key, value):
        self.log.append(('set', key, value))

    def __delitem__(self, key):
        self.log.append(('del', key))

    def __getattribute__(self, name):
        if name == 'secret':
            return 'hidden'
        return object.__getattribute__(self, name)


s = Store()
s[1, 2] = 3
s['k'] = 'v'
del s['k']
print(s.log, s.secret)
