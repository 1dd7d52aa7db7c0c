"""Random numbers. In __init__ they are drawn by the command line's seed; in forward they are
refused, because no run would give the numbers of another."""
import _native
import onnx
from ._support import cast, default_dtype, dtypes, is_tensor, refuse_out, sizes_of

__module__ = 'torch'


def _drawn(kind, sizes, dtype, requires_grad, *params):
    made = _native.random(kind, sizes, dtype, *params)
    if requires_grad:
        made.requires_grad = True
    return made


def rand(*sizes, size=None, generator=None, out=None, dtype=None, layout=None, device=None,
         requires_grad=False, pin_memory=False, names=None):
    refuse_out(out)
    return _drawn('uniform', sizes_of(sizes, size), dtype or default_dtype(), requires_grad, 0.0,
                  1.0)


def randn(*sizes, size=None, generator=None, out=None, dtype=None, layout=None, device=None,
          requires_grad=False, pin_memory=False, names=None):
    refuse_out(out)
    return _drawn('normal', sizes_of(sizes, size), dtype or default_dtype(), requires_grad, 0.0,
                  1.0)


def randint(low, high=None, size=None, *, generator=None, out=None, dtype=None, layout=None,
            device=None, requires_grad=False, pin_memory=False):
    refuse_out(out)
    if isinstance(high, (tuple, list)):
        high, size = None, high
    if high is None:
        low, high = 0, low
    return _drawn('integers', sizes_of((size,)), dtype or dtypes.int64, requires_grad, low, high)


def randperm(n, *, generator=None, out=None, dtype=None, layout=None, device=None,
             requires_grad=False, pin_memory=False):
    refuse_out(out)
    return _drawn('permutation', [n], dtype or dtypes.int64, requires_grad)


def rand_like(input, *, dtype=None, layout=None, device=None, requires_grad=False,
              memory_format=None):
    return _drawn('uniform', input.shape, dtype or input.dtype, requires_grad, 0.0, 1.0)


def randn_like(input, *, dtype=None, layout=None, device=None, requires_grad=False,
               memory_format=None):
    return _drawn('normal', input.shape, dtype or input.dtype, requires_grad, 0.0, 1.0)


def randint_like(input, low, high=None, *, dtype=None, layout=None, device=None,
                 requires_grad=False, memory_format=None):
    if high is None:
        low, high = 0, low
    return _drawn('integers', input.shape, dtype or input.dtype, requires_grad, low, high)


def normal(mean, std=1.0, size=None, *, generator=None, out=None, dtype=None, layout=None,
           device=None, requires_grad=False, pin_memory=False):
    refuse_out(out)
    if size is not None:
        return _drawn('normal', sizes_of((size,)), dtype or default_dtype(), requires_grad, mean,
                      std)
    like = mean if is_tensor(mean) else std
    noise = _native.random('normal', like.shape, like.dtype, 0.0, 1.0)
    return onnx.Add(onnx.Mul(noise, std), mean)


def bernoulli(input, p=None, *, generator=None, out=None):
    refuse_out(out)
    if p is not None:
        return _native.random('bernoulli', input.shape, input.dtype, p)
    draw = _native.random('uniform', input.shape, input.dtype, 0.0, 1.0)
    return onnx.Cast(onnx.Less(draw, input), to=input.dtype)


def multinomial(input, num_samples, replacement=False, *, generator=None, out=None):
    return _native.refuse('`multinomial` draws random numbers, so no run gives the numbers of '
                          'another', 'draw outside of the model')


def poisson(input, generator=None):
    return _native.refuse('`poisson` draws random numbers')


# In-place.

def _overwritten(tensor, kind, *params):
    return _native.write(tensor, _native.random(kind, tensor.shape, tensor.dtype, *params))


def normal_(self, mean=0, std=1, *, generator=None):
    return _overwritten(self, 'normal', mean, std)


def uniform_(self, from_=0, to=1, *, generator=None):
    return _overwritten(self, 'uniform', from_, to)


def bernoulli_(self, p=0.5, *, generator=None):
    if is_tensor(p):
        draw = _native.random('uniform', self.shape, dtypes.float32, 0.0, 1.0)
        return _native.write(self, onnx.Cast(onnx.Less(draw, cast(p, dtypes.float32)),
                                             to=self.dtype))
    return _overwritten(self, 'bernoulli', p)


def random_(self, from_=0, to=None, *, generator=None):
    if to is None:
        from_, to = 0, from_ or 2147483647
    return _overwritten(self, 'integers', from_, to)


def exponential_(self, lambd=1, *, generator=None):
    draw = _native.random('uniform', self.shape, self.dtype, 0.0, 1.0)
    return _native.write(self, onnx.Div(onnx.Neg(onnx.Log(onnx.Sub(1.0, draw))), lambd))


def log_normal_(self, mean=1, std=2, *, generator=None):
    draw = _native.random('normal', self.shape, self.dtype, mean, std)
    return _native.write(self, onnx.Exp(draw))


def cauchy_(self, median=0, sigma=1, *, generator=None):
    return _native.refuse('`cauchy_` has no distribution here')


def geometric_(self, p, *, generator=None):
    return _native.refuse('`geometric_` has no distribution here')


# Seeds: the numbers are drawn by the command line, so a seed in the source changes nothing.

class Generator:

    def __init__(self, device='cpu'):
        self.device = device
        self._seed = 0

    def manual_seed(self, seed):
        self._seed = seed
        return self

    def seed(self):
        return self._seed

    def initial_seed(self):
        return self._seed

    def get_state(self):
        return _native.constant([self._seed], dtypes.uint8)

    def set_state(self, new_state):
        return None


default_generator = Generator()


def manual_seed(seed):
    return default_generator.manual_seed(seed)


def seed():
    return default_generator.seed()


def initial_seed():
    return default_generator.initial_seed()


def get_rng_state():
    return default_generator.get_state()


def set_rng_state(new_state):
    return None
