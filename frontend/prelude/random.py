# Random numbers of Python: they differ from run to run, so a graph cannot hold them. Seeding is
# harmless. https://docs.python.org/3/library/random.html

import _python


def _refused(function):
    return _python.refuse(f'`random.{function}` gives another number in every run',
                          'draw from a tensor operation, or pass the number as an argument')


def seed(a=None, version=2):
    pass


def getstate():
    return None


def setstate(state):
    pass


def random(): return _refused('random')
def uniform(a, b): return _refused('uniform')
def triangular(low=0.0, high=1.0, mode=None): return _refused('triangular')
def gauss(mu=0.0, sigma=1.0): return _refused('gauss')
def normalvariate(mu=0.0, sigma=1.0): return _refused('normalvariate')
def betavariate(alpha, beta): return _refused('betavariate')
def expovariate(lambd=1.0): return _refused('expovariate')
def randint(a, b): return _refused('randint')
def randrange(start, stop=None, step=1): return _refused('randrange')
def getrandbits(k): return _refused('getrandbits')
def choice(seq): return _refused('choice')
def choices(population, weights=None, *, cum_weights=None, k=1): return _refused('choices')
def sample(population, k, *, counts=None): return _refused('sample')
def shuffle(x): return _refused('shuffle')


class Random:
    def __init__(self, x=None):
        pass

    def seed(self, a=None, version=2):
        pass

    def __getattr__(self, name):
        return lambda *args, **kwargs: _refused(name)


SystemRandom = Random
