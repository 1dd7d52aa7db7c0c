"""Random numbers would make each export another model: those that are used are refused."""
import _python

__module__ = 'numpy.random'


def seed(seed=None):
    """Harmless: whatever would draw from the generator is refused."""


def _drawn(name):
    def function(*args, **options):
        return _python.unknown(f'`np.random.{name}` draws random numbers',
                               'give the numbers as a buffer, by --weights, or as an argument')
    function.__name__ = name
    return function


def shuffle(x):
    return _python.refuse('`np.random.shuffle` puts an array into random order')


rand, randn, randint, random = (_drawn(name) for name in ('rand', 'randn', 'randint', 'random'))
uniform, normal, choice = (_drawn(name) for name in ('uniform', 'normal', 'choice'))
permutation, beta = (_drawn(name) for name in ('permutation', 'beta'))
RandomState, default_rng = _drawn('RandomState'), _drawn('default_rng')
dirichlet, binomial, random_sample = (_drawn(name) for name in ('dirichlet', 'binomial', 'random_sample'))
