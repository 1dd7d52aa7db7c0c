"""Functions that draw random numbers."""
import math
import _native
import onnx
from ._draws import coins, gaussian, integers, permutation, uniform
from ._support import cast, default_dtype, dtypes, is_tensor, known, refuse_out, sizes_of

__module__ = 'torch'


def _made(tensor, requires_grad):
    if requires_grad:
        tensor.requires_grad = True
    return tensor


def rand(*sizes, size=None, generator=None, out=None, dtype=None, layout=None, device=None,
         requires_grad=False, pin_memory=False, names=None):
    refuse_out(out)
    made = uniform(sizes_of(sizes, size), dtype or default_dtype(), 0.0, 1.0,
                 generator=generator)
    return _made(made, requires_grad)


def randn(*sizes, size=None, generator=None, out=None, dtype=None, layout=None, device=None,
          requires_grad=False, pin_memory=False, names=None):
    refuse_out(out)
    made = gaussian(sizes_of(sizes, size), dtype or default_dtype(), 0.0, 1.0,
                 generator=generator)
    return _made(made, requires_grad)


def randint(low, high=None, size=None, *, generator=None, out=None, dtype=None, layout=None,
            device=None, requires_grad=False, pin_memory=False):
    refuse_out(out)
    if isinstance(high, (tuple, list)):
        high, size = None, high
    if high is None:
        low, high = 0, low
    made = integers(sizes_of((size,)), dtype or dtypes.int64, low, high,
                 generator=generator)
    return _made(made, requires_grad)


def randperm(n, *, generator=None, out=None, dtype=None, layout=None, device=None,
             requires_grad=False, pin_memory=False):
    refuse_out(out)
    made = permutation([n], dtype or dtypes.int64, generator=generator)
    return _made(made, requires_grad)


def rand_like(input, *, dtype=None, layout=None, device=None, requires_grad=False,
              memory_format=None):
    return _made(uniform(input.shape, dtype or input.dtype, 0.0, 1.0), requires_grad)


def randn_like(input, *, dtype=None, layout=None, device=None, requires_grad=False,
               memory_format=None):
    return _made(gaussian(input.shape, dtype or input.dtype, 0.0, 1.0), requires_grad)


def randint_like(input, low, high=None, *, dtype=None, layout=None, device=None,
                 requires_grad=False, memory_format=None):
    if high is None:
        low, high = 0, low
    made = integers(input.shape, dtype or input.dtype, low, high)
    return _made(made, requires_grad)


def normal(mean, std=1.0, size=None, *, generator=None, out=None, dtype=None, layout=None,
           device=None, requires_grad=False, pin_memory=False):
    refuse_out(out)
    if size is not None:
        made = gaussian(sizes_of((size,)), dtype or default_dtype(), mean, std,
                     generator=generator)
        return _made(made, requires_grad)
    like = onnx.Add(mean, std)
    noise = gaussian(like.shape, like.dtype, 0.0, 1.0, generator=generator)
    return onnx.Add(onnx.Mul(noise, std), mean)


def bernoulli(input, p=None, *, generator=None, out=None):
    refuse_out(out)
    if p is not None:
        return coins(input.shape, input.dtype, p, generator=generator)
    draw = uniform(input.shape, dtypes.float64, 0.0, 1.0, generator=generator)
    return onnx.Cast(onnx.Less(draw, onnx.Cast(input, to=dtypes.float64)), to=input.dtype)


def exponentials(sizes, dtype, generator=None):
    """Numbers of the exponential distribution of rate 1, none of them 0 or infinite."""
    draw = uniform(sizes, dtypes.float64, 0.0, 1.0, generator=generator)
    large = onnx.Neg(onnx.Log(onnx.Sub(1.0, draw)))
    return cast(onnx.Max(large, _native.constant(2.0 ** -53, dtypes.float64)), dtype)


def multinomial(input, num_samples, replacement=False, *, generator=None, out=None):
    """Places drawn with the weights of a row, [..., C] -> [..., num_samples]."""
    refuse_out(out)
    if not input.dtype.is_floating_point:
        raise RuntimeError('multinomial only supports floating-point dtypes for input, got: '
                           f'{input.dtype}')
    if input.ndim not in (1, 2):
        raise RuntimeError('prob_dist must be 1 or 2 dim')
    if known(num_samples) and num_samples <= 0:
        raise RuntimeError('cannot sample n_sample <= 0 samples')
    count = input.shape[-1]
    if not replacement:
        _native.assume(num_samples <= count, 'multinomial: cannot sample n_sample > '
                                             'prob_dist.size(-1) samples without replacement')
        ratio = onnx.Div(onnx.Cast(input, to=dtypes.float64),
                         exponentials(input.shape, dtypes.float64, generator))
        return onnx.TopK(ratio, _native.constant([num_samples], dtypes.int64), outputs=2)[1]
    sums = onnx.CumSum(onnx.Cast(input, to=dtypes.float64), -1)
    draw = uniform(list(input.shape[:-1]) + [num_samples], dtypes.float64, 0.0, 1.0,
                 generator=generator)
    aim = onnx.Mul(draw, onnx.Gather(sums, [-1], axis=-1))
    passed = onnx.LessOrEqual(onnx.Unsqueeze(sums, [-2]), onnx.Unsqueeze(aim, [-1]))
    return onnx.ReduceSum(onnx.Cast(passed, to=dtypes.int64), [-1], keepdims=0)


def poisson(input, generator=None):
    return _native.refuse('`poisson` draws numbers of a distribution that ONNX has not')


# In-place.

def _overwritten(tensor, draw, *params, generator=None):
    return _native.write(tensor, draw(tensor.shape, tensor.dtype, *params, generator=generator))


def normal_(self, mean=0, std=1, *, generator=None):
    return _overwritten(self, gaussian, mean, std, generator=generator)


def uniform_(self, from_=0, to=1, *, generator=None):
    return _overwritten(self, uniform, from_, to, generator=generator)


def bernoulli_(self, p=0.5, *, generator=None):
    if is_tensor(p):
        draw = uniform(self.shape, dtypes.float64, 0.0, 1.0, generator=generator)
        return _native.write(self, onnx.Cast(onnx.Less(draw, cast(p, dtypes.float64)),
                                             to=self.dtype))
    return _overwritten(self, coins, p, generator=generator)


# Where random_() of no bounds ends.
_ENDS = {dtypes.float16: 2 ** 11 + 1, dtypes.bfloat16: 2 ** 8 + 1, dtypes.float32: 2 ** 24 + 1,
         dtypes.float64: 2 ** 53 + 1, dtypes.uint8: 2 ** 8, dtypes.int8: 2 ** 7,
         dtypes.int16: 2 ** 15, dtypes.int32: 2 ** 31, dtypes.int64: 2 ** 63 - 1, dtypes.bool: 2}


def random_(self, from_=0, to=None, *, generator=None):
    if to is None:
        from_, to = 0, from_ or _ENDS[self.dtype]
    return _overwritten(self, integers, from_, to, generator=generator)


def exponential_(self, lambd=1, *, generator=None):
    draw = exponentials(self.shape, self.dtype, generator)
    return _native.write(self, onnx.Div(draw, lambd))


def log_normal_(self, mean=1, std=2, *, generator=None):
    draw = gaussian(self.shape, self.dtype, mean, std, generator=generator)
    return _native.write(self, onnx.Exp(draw))


def cauchy_(self, median=0, sigma=1, *, generator=None):
    draw = uniform(self.shape, self.dtype, -0.5, 0.5, generator=generator)
    return _native.write(self, onnx.Add(onnx.Mul(onnx.Tan(onnx.Mul(draw, math.pi)), sigma),
                                        median))


def geometric_(self, p, *, generator=None):
    if not 0 < p < 1:
        raise RuntimeError(f'geometric_ expects p to be in (0, 1), but got p={p}')
    tries = onnx.Ceil(onnx.Div(exponentials(self.shape, dtypes.float64, generator),
                               -math.log1p(-p)))
    return _native.write(self, cast(tries, self.dtype))


# Seeds: the command line draws a constructor's numbers, so a seed in the source changes nothing.

def _refuse_seed():
    if _native.in_forward():
        _native.refuse('a seed that `forward` sets or asks for is PyTorch\'s, whose numbers ONNX '
                       'cannot repeat', 'seed outside of the model')


class Generator:

    def __init__(self, device='cpu'):
        self.device = device
        self._seed = 0

    def manual_seed(self, seed):
        _refuse_seed()
        self._seed = seed
        return self

    def seed(self):
        _refuse_seed()
        return self._seed

    def initial_seed(self):
        _refuse_seed()
        return self._seed

    def get_state(self):
        return _native.constant([self._seed], dtypes.uint8)

    def set_state(self, new_state):
        _refuse_seed()
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
    return default_generator.set_state(new_state)
