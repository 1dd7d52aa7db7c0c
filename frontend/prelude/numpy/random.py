"""Random numbers would make each export another model."""
import _python

__module__ = 'numpy.random'


def seed(seed=None):
    """Harmless: whatever would draw from the generator is refused."""


def _refused(name):
    def function(*args, **options):
        return _python.refuse(f'`np.random.{name}` draws random numbers while the model is built',
                              'give the numbers as a buffer or by --weights')
    function.__name__ = name
    return function


rand, randn, randint, random = (_refused(name) for name in ('rand', 'randn', 'randint', 'random'))
uniform, normal, choice = (_refused(name) for name in ('uniform', 'normal', 'choice'))
permutation, shuffle, beta = (_refused(name) for name in ('permutation', 'shuffle', 'beta'))
RandomState, default_rng = _refused('RandomState'), _refused('default_rng')
dirichlet, binomial, random_sample = (_refused(name) for name in ('dirichlet', 'binomial', 'random_sample'))
