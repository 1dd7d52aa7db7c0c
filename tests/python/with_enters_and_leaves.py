class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print('exit', self.name, kind.__name__ if kind else None, value)
        return self.swallow


with Manager('a') as a, Manager('b') as b:
    print(a, b)
with Manager('c', swallow=True):
    raise ValueError('gone')
try:
    with Manager('d'):
        raise KeyError('stays')
except KeyError as error:
    print('caught', error)


def leaves_early():
    with Manager('e') as e:
        return e


print(leaves_early())
with (
    Manager('f') as f,
    Manager('g'),
):
    print(f)
