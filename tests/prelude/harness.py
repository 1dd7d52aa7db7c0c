"""Runs the cases of tests/prelude/cases/*.txt: with PyTorch (`oracle OUT`), or over the stand-in
(`check IN [NAME…]`), whose results must equal the oracle's. A case is a line of Python that gives
a value, or several lines that set `out`, under a `# name` line.

In a case, f(2, 3), i(2, 3, high=5) and b(2, 3) make inputs of random floats, integers and bools,
and w(2, 3) a weight, whose sizes are always known;
`fill(module)` gives a module's parameters and buffers fixed numbers and puts it in eval mode;
`error(lambda: …)` is the type of the exception raised. Cases run twice over the stand-in: with all
sizes known, and with the sizes of inputs unknown, unless the name ends in `(known sizes)`.
"""
import math
import pathlib
import pickle
import sys
import traceback
import zlib

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent


def read_cases():
    cases = {}
    for path in sorted((HERE / 'cases').glob('*.txt')):
        family = path.stem
        name, lines = None, []
        for line in path.read_text().splitlines() + ['# ']:
            if line.startswith('# '):
                if name is not None and lines:
                    key = f'{family}: {name}'
                    assert key not in cases, key
                    cases[key] = '\n'.join(lines)
                name, lines = line[2:], []
            elif line.strip():
                if name is None or (not line.startswith(' ') and family.endswith('_lines')):
                    cases[f'{family}: {line}'] = line
                else:
                    lines.append(line)
    return cases


class Inputs:
    """The makers of inputs; `wrap` turns an array into a tensor."""

    def __init__(self, name, wrap, wrap_weight):
        self.random = np.random.default_rng(zlib.crc32(name.encode()))
        self.wrap, self.wrap_weight = wrap, wrap_weight

    def w(self, *sizes):
        return self.wrap_weight(self.random.uniform(-1.0, 1.0, sizes).astype('float32'))

    def f(self, *sizes, low=-2.0, high=2.0, dtype='float32'):
        return self.wrap(self.random.uniform(low, high, sizes).astype(dtype))

    def i(self, *sizes, low=0, high=4, dtype='int64'):
        return self.wrap(self.random.integers(low, high, sizes).astype(dtype))

    def b(self, *sizes):
        return self.wrap(self.random.integers(0, 2, sizes).astype(bool))


def numbers_for(key, shape):
    random = np.random.default_rng(zlib.crc32(key.encode()))
    values = random.uniform(-0.5, 0.5, shape)
    return np.abs(values) + 0.5 if 'var' in key else values


def error(function):
    try:
        function()
    except Exception as raised:
        return type(raised).__name__
    return 'nothing raised'


def run(torch, name, source, wrap, wrap_weight, write, unwrap):
    """The outputs of a case as nested lists, with arrays for tensors."""
    inputs = Inputs(name, wrap, wrap_weight)

    def fill(module):
        tensors = list(module.named_parameters()) + list(module.named_buffers())
        for key, tensor in tensors:
            if tensor.is_floating_point():
                write(tensor, numbers_for(key, tuple(tensor.shape)))
        return module.eval()

    space = {'torch': torch, 'nn': torch.nn, 'F': torch.nn.functional, 'math': math, 'fill': fill,
             'f': inputs.f, 'i': inputs.i, 'b': inputs.b, 'w': inputs.w, 'error': error}
    try:
        out = eval(source, space)
    except SyntaxError:
        exec(source, space)
        out = space['out']
    return plain(out, unwrap)


def plain(value, unwrap):
    if isinstance(value, (list, tuple)):
        return [plain(v, unwrap) for v in value]
    return unwrap(value)


def oracle(path):
    import torch
    torch.set_grad_enabled(False)

    def unwrap(value):
        if not isinstance(value, torch.Tensor):
            return value
        return value.detach().float().numpy() if value.dtype == torch.bfloat16 \
            else value.detach().numpy().copy()

    def write(tensor, values):
        tensor.copy_(torch.from_numpy(values))

    results = {}
    for name, source in read_cases().items():
        try:
            results[name] = run(torch, name, source, torch.from_numpy, torch.from_numpy, write,
                                unwrap)
        except Exception as raised:
            results[name] = f'ERROR {type(raised).__name__}: {raised}'
            print(name, results[name][:200], file=sys.stderr)
    pickle.dump(results, open(path, 'wb'))


def differs(got, want, path=''):
    """What is different, in words, or None."""
    if isinstance(want, list):
        if not isinstance(got, list) or len(got) != len(want):
            return f'{path}: got {got!r}, want {len(want)} values'
        for k, (a, b) in enumerate(zip(got, want)):
            found = differs(a, b, f'{path}[{k}]')
            if found:
                return found
        return None
    if isinstance(want, np.ndarray):
        if not isinstance(got, np.ndarray):
            return f'{path}: got {got!r}, want an array'
        if got.dtype != want.dtype or got.shape != want.shape:
            return f'{path}: got {got.dtype}{got.shape}, want {want.dtype}{want.shape}'
        if want.dtype.kind == 'f':
            loose = 3e-3 if want.dtype == np.float16 else 2e-5
            if np.allclose(got, want, rtol=loose, atol=loose, equal_nan=True):
                return None
        elif (got == want).all():
            return None
        return f'{path}: got\n{got}\nwant\n{want}'
    if isinstance(want, float):
        return None if math.isclose(got, want, rel_tol=1e-6, abs_tol=1e-9) or (
            math.isnan(want) and math.isnan(got)) else f'{path}: got {got!r}, want {want!r}'
    return None if got == want else f'{path}: got {got!r}, want {want!r}'


def check(path, wanted):
    sys.path.insert(0, str(HERE / 'standin'))
    import lazy
    import native
    torch = lazy.install()
    results = pickle.load(open(path, 'rb'))

    def unwrap(value):
        if isinstance(value, native.TensorBase):
            array = value._value()
            return array.astype('float32') if array.dtype.name == 'bfloat16' else array
        return native.plain(value)

    def write(tensor, values):
        native.write(tensor, native.fresh(values.astype(tensor.dtype.np)))

    failed = 0
    for name, source in read_cases().items():
        if wanted and not any(word in name for word in wanted):
            continue
        for symbolic in (False, True):
            if symbolic and ('known sizes' in name or 'error(' in source):
                continue
            native.state.symbolic = symbolic
            try:
                got = run(torch, name, source, lambda a: native.fresh(a, True), native.fresh, write,
                          unwrap)
                found = differs(got, results[name])
            except Exception:
                found = traceback.format_exc(limit=-20 if wanted else -4)
            native.state.symbolic = False
            if found:
                failed += 1
                print(f'--- {name[:150]} ({"unknown" if symbolic else "known"} sizes)\n{found}\n')
                break
    print(f'{len(results)} cases, {failed} failed')
    return failed


if __name__ == '__main__':
    if sys.argv[1] == 'oracle':
        oracle(sys.argv[2])
    else:
        sys.exit(1 if check(sys.argv[2], sys.argv[3:]) else 0)
