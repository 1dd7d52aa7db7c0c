"""Draws PyTorch's own sample inputs and evaluates them: one process of tests/samples, run by the
Python that has PyTorch.

Writes a line of JSON, the names of the ops of PyTorch's database; reads a line of JSON, those that
are wanted with what is wanted of them; then writes a pickle for each, [name, cases].
"""
import itertools
import json
import operator
import os
import pickle
import random
import sys
import types
import unittest
import warnings

import numpy as np
import torch

import plain

SEVERAL = ('float32', 'int64', 'bool', 'float32', 'int64', 'float64', 'float16', 'float32',
           'int32', 'uint8', 'bool', 'int64', 'int16', 'int8')
# The database calls these by a function of its own, in another order than torch's.
ORDER = {'where': (1, 0, 2), 'einsum': (1, 0), 'polygamma': (1, 0),
         'nn.functional.embedding': (1, 0), 'nn.functional.embedding_bag': (1, 0)}
ATTRIBUTES = ('T', 'H', 'mT', 'mH', 'real', 'imag')
RANDOM = ('bernoulli', 'dropout', 'multinomial', 'normal', 'rand', 'rrelu', 'uniform',
          'empty', 'resize')  # the last two: memory as it was found
# ONNX Runtime's pools and resizings pass no NaN on, its log_softmax of doubles takes no infinity, and
# a transform written as a product meets 0 * inf where another algorithm does not.
FINITE = ('pool', 'interpolate', 'upsample', 'grid_sample', 'linalg.det', 'log_softmax', 'fft',
          'stft', 'pdist')
LARGEST = 3000  # elements of a tensor


def op_database():
    # The database wants a package for its own tests, of which it uses these two names.
    stub = types.ModuleType('expecttest')
    stub.TestCase, stub.ACCEPT = unittest.TestCase, False
    sys.modules.setdefault('expecttest', stub)
    from torch.testing._internal.common_methods_invocations import op_db
    return op_db


# Values

def to_plain(value):
    if isinstance(value, torch.Tensor):
        if value.layout != torch.strided or value.is_complex() or value.is_quantized \
                or value.dtype == torch.bfloat16 or value.numel() > LARGEST:
            raise plain.Unplain
        return plain.Tensor(value.detach().numpy().copy())
    if isinstance(value, torch.dtype):
        if value.is_complex or value == torch.bfloat16:
            raise plain.Unplain
        return plain.Dtype(str(value)[len('torch.'):])
    if isinstance(value, (torch.layout, torch.memory_format)):
        return plain.Constant(str(value)[len('torch.'):])
    if isinstance(value, torch.device):
        return plain.Device(str(value))
    if isinstance(value, torch.Size):
        return plain.Size(list(value))
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        items = [to_plain(item) for item in value]
        return items if isinstance(value, list) else tuple(items)
    if isinstance(value, np.generic):
        return value.item()
    if value is None or value is Ellipsis or isinstance(value, (bool, int, float, str, slice)):
        return value
    raise plain.Unplain


def from_plain(value):
    if isinstance(value, plain.Tensor):
        return torch.from_numpy(value.array.copy())
    if isinstance(value, (plain.Dtype, plain.Constant)):
        return getattr(torch, value.name)
    if isinstance(value, plain.Device):
        return torch.device(value.name)
    if isinstance(value, plain.Size):
        return torch.Size(value.sizes)
    if isinstance(value, dict):
        return {key: from_plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(from_plain(item) for item in value)
    return value


# Samples

def with_specials(value, rng, finite):
    """The same with a few numbers that are often forgotten."""
    if isinstance(value, (list, tuple)):
        return type(value)(with_specials(item, rng, finite) for item in value)
    if not isinstance(value, plain.Tensor) or value.array.size == 0:
        return value
    array = value.array.copy()
    flat = array.reshape(-1)
    places = rng.sample(range(flat.size), max(1, flat.size // 4))
    if array.dtype.kind == 'f':
        numbers = (0.0, -0.0, 1.0, -1.0, 0.5, -2.5) + (() if finite else (np.nan, np.inf, -np.inf))
    elif array.dtype.kind == 'i':
        numbers = (0, 1, -1, 2, -3, 7)
    else:
        numbers = (0, 1)
    for place in places:
        flat[place] = rng.choice(numbers)
    return plain.Tensor(array)


def samples(op, dtype, many, seed):
    """(args, kwargs) in plain form; the later ones hold special numbers."""
    rng = random.Random(f'{title(op)} {dtype} {seed}')
    finite = any(word in title(op) for word in FINITE)
    for turn in range(4 if many else 1):
        torch.manual_seed(seed + turn)
        random.seed(seed + turn)
        drawn = list(itertools.islice(op.sample_inputs('cpu', dtype), 400))
        if many and turn == 0:
            drawn += itertools.islice(op.reference_inputs('cpu', dtype), 400)
        rng.shuffle(drawn)
        for sample in drawn:
            try:
                args, kwargs = to_plain((sample.input,) + tuple(sample.args)), \
                    to_plain(sample.kwargs)
            except plain.Unplain:
                continue
            if turn >= 2:
                args = with_specials(args, rng, finite)
            yield args, kwargs


def calls(op, args, kwargs, names):
    """The spellings of a sample."""
    for name in names:
        order = ORDER.get(name)
        if name in ATTRIBUTES:
            yield plain.Call('attribute', name, args, {})
            continue
        reordered = tuple(args[k] for k in order) + args[len(order):] if order else args
        yield plain.Call('function', name, reordered, kwargs)
        if '.' in name or not isinstance(args[0], plain.Tensor):
            continue
        yield plain.Call('method', name, args, kwargs)
        if not name.endswith('_'):
            yield plain.Call('method', name + '_', args, kwargs)
    if not kwargs:
        for variant in (op.operator_variant, op.inplace_operator_variant):
            if variant is not None:
                yield plain.Call('operator', variant.__name__, args, {})


def target(call, args):
    """What a call calls, and with what; None where torch has no such name."""
    if call.kind == 'operator':
        return getattr(operator, call.name), args
    if call.kind == 'method':
        return getattr(args[0], call.name, None), args[1:]
    found = torch
    for part in call.name.split('.'):
        found = getattr(found, part, None)
    return (None if isinstance(found, torch.dtype) else found), args


def evaluate(call, seed):
    """What torch gives in plain form, or None where it gives nothing to compare."""
    torch.manual_seed(seed)
    args, kwargs = from_plain(call.args), from_plain(call.kwargs)
    if call.kind == 'attribute':
        return to_plain(getattr(args[0], call.name))
    function, rest = target(call, args)
    if not callable(function):
        return None
    result = function(*rest, **kwargs)
    return to_plain([result, args[0]] if call.in_place else result)


def bits_of(value):
    return value.array.dtype.itemsize * 8 if isinstance(value, plain.Tensor) else 64


def numbers(value):
    return value.array if isinstance(value, plain.Tensor) else np.asarray(value)


def is_open(call):
    """Whether torch, or the machine, leaves open what the result is: shifts by more than the width,
    integer powers that overflow, the order of rows along a far axis (which changed with versions)."""
    args = call.args
    if 'shift' in call.name and len(args) > 1:
        by = numbers(args[1])
        return bool((by < 0).any() or (by >= min(map(bits_of, args[:2]))).any())
    if 'pow' in call.name and len(args) > 1:
        base, exponent = map(numbers, args[:2] if 'rpow' not in call.name else args[1::-1])
        return base.dtype.kind in 'iu' and exponent.dtype.kind in 'iu' and \
            bool((np.abs(exponent) > 63).any())
    if call.name in ('linspace', 'logspace'):  # integers: by the width of the machine's vectors
        dtype = call.kwargs.get('dtype')
        return dtype is not None and 'float' not in dtype.name
    if call.name == 'gather':  # an empty index may have any dtype
        return args[2].array.size == 0 and args[2].array.dtype != np.int64
    if call.name == 'unique':
        dim = call.kwargs.get('dim')
        return not call.kwargs.get('sorted', True) or \
            dim is not None and dim % args[0].array.ndim > 1
    return False


def case_of(call):
    if is_open(call):
        return None
    try:
        want = evaluate(call, 0)
        if want is None:
            return None
        same = pickle.dumps(want) == pickle.dumps(evaluate(call, 1))
    except Exception:  # torch refuses these arguments
        return None
    values = same and not any(word in call.name for word in RANDOM)
    return plain.Case(call, want, values)


def cases(op, count, seed, aliases):
    """Cases of about `count` samples, over the dtypes that the op takes."""
    taken = op.supported_dtypes('cpu')
    pools = {name: samples(op, getattr(torch, name), count > 20, seed)
             for name in dict.fromkeys(SEVERAL) if getattr(torch, name) in taken}
    order = [name for name in SEVERAL if name in pools]
    drawn = 0
    while order and drawn < count:
        for name in list(order):
            if drawn >= count or name not in order:
                continue
            try:
                args, kwargs = next(pools[name])
            except Exception as ended:  # a sample function that fails has no more samples
                if not isinstance(ended, StopIteration):
                    print(f'{op.name}: {name}: {ended}'[:200], file=sys.stderr)
                order = [other for other in order if other != name]
                continue
            drawn += 1
            names = [op.name] + (aliases if drawn <= 3 else [])
            for call in calls(op, args, kwargs, names):
                found = case_of(call)
                if found is not None:
                    yield found


def title(op):
    return op.name + (f' ({op.variant_test_name})' if op.variant_test_name else '')


def main():
    warnings.simplefilter('ignore')
    torch.set_num_threads(1)
    torch.set_grad_enabled(False)
    np.seterr(all='ignore')
    out = os.fdopen(os.dup(1), 'wb')
    os.dup2(2, 1)  # whatever else prints
    database = {title(op): op for op in op_database()}
    names = {key: [op.name] + [alias.name for alias in op.aliases]
             for key, op in database.items()}
    out.write(json.dumps(names).encode() + b'\n')
    out.flush()
    for line in sys.stdin:
        asked = json.loads(line)
        op = database[asked['op']]
        found = list(cases(op, asked['count'], asked['seed'], asked['aliases']))
        pickle.dump(found, out)
        out.flush()


if __name__ == '__main__':
    main()
