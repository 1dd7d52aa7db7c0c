# Random numbers of Python: they differ from run to run, so a graph cannot hold them. Seeding is
# harmless. https://docs.python.org/3/library/random.html

import _python


def _drawn(function):
    return _python.unknown(f'`random.{function}` gives another number in every run',
                           'draw from a tensor operation, or pass the number as an argument')


def seed(a=None, version=2):
    pass


def getstate():
    return None


def setstate(state):
    pass


def random(): return _drawn('random')
def uniform(a, b): return _drawn('uniform')
def triangular(low=0.0, high=1.0, mode=None): return _drawn('triangular')
def gauss(mu=0.0, sigma=1.0): return _drawn('gauss')
def normalvariate(mu=0.0, sigma=1.0): return _drawn('normalvariate')
def betavariate(alpha, beta): return _drawn('betavariate')
def expovariate(lambd=1.0): return _drawn('expovariate')
def randint(a, b): return _drawn('randint')
def randrange(start, stop=None, step=1): return _drawn('randrange')
def getrandbits(k): return _drawn('getrandbits')
def choice(seq): return _drawn('choice')
def choices(population, weights=None, *, cum_weights=None, k=1): return _drawn('choices')
def sample(population, k, *, counts=None): return _drawn('sample')
def shuffle(x): return _python.refuse('`random.shuffle` puts a list into random order')


class Random:
    def __init__(self, x=None):
        pass

    def seed(self, a=None, version=2):
        pass

    def shuffle(self, x):
        return shuffle(x)

    def __getattr__(self, name):
        return lambda *args, **kwargs: _drawn(name)


SystemRandom = Random
