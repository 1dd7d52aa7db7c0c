"""Compares the prelude, over the stand-in, with what PyTorch gave: the other process of
tests/samples, which starts draw.py."""
import argparse
import collections
import json
import operator
import pathlib
import pickle
import re
import subprocess
import sys
import traceback

import numpy as np

import plain

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / 'standin'))
import lazy  # noqa: E402
import native  # noqa: E402
import primitives  # noqa: E402

torch = lazy.install()
ORACLE = '/usr/bin/python3'
MODES = ('sizes known', 'sizes unknown')
VERDICTS = ('passed', 'refused', 'wrong', 'crash')
Outcome = collections.namedtuple('Outcome', 'verdict why')


# Names

def measured():
    """The names of torch, its functions and methods, that public model code uses."""
    found = set()
    for spelling in re.findall(r'\b(torch|Tensor|F)\.([\w.]+)', (TESTS / 'ops/names.txt')
                               .read_text()):
        prefix = {'torch': '', 'Tensor': '.', 'F': 'nn.functional.'}[spelling[0]]
        found.add(prefix + spelling[1])
    return found


def function_named(name):
    found = torch
    for part in name.split('.'):
        found = getattr(found, part, None)
    return found if callable(found) and not isinstance(found, native.dtype) else None


def offers(name):
    """As a function or as a method."""
    return function_named(name) is not None or hasattr(torch.Tensor, name)


def wanted(names, uses):
    return any(offers(name) or name in uses or '.' + name in uses or f'.{name}_' in uses
               for name in names)


# One case

def from_plain(value):
    if isinstance(value, plain.Tensor):
        return native.fresh(value.array.copy(), True)
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


def call_prelude(call):
    args, kwargs = from_plain(call.args), from_plain(call.kwargs)
    if call.kind == 'attribute':
        return getattr(args[0], call.name)
    if call.kind == 'operator':
        result = getattr(operator, call.name)(*args)
    elif call.kind == 'method':
        result = getattr(args[0], call.name)(*args[1:], **kwargs)
    else:
        result = function_named(call.name)(*args, **kwargs)
    return [result, args[0]] if call.in_place else result


TOLERANCES = {'float16': 1e-2, 'float32': 1e-4, 'float64': 1e-7, 'single': 1e-3}


def differs(got, want, values):
    """What is different, in words, or None."""
    if isinstance(want, (list, tuple, plain.Size)):
        parts = want.sizes if isinstance(want, plain.Size) else want
        if not isinstance(got, (list, tuple)) or len(got) != len(parts):
            return f'got {got!r}, want {len(parts)} values'
        for k, (a, b) in enumerate(zip(got, parts)):
            found = differs(a, b, values)
            if found:
                return f'[{k}]: {found}'
        return None
    if isinstance(want, plain.Tensor):
        if not isinstance(got, native.TensorBase):
            return f'got {got!r}, want a tensor'
        return differs_array(got._value(), want.array, values)
    if isinstance(want, (plain.Dtype, plain.Constant, plain.Device)):
        return None if str(got).endswith(want.name) else f'got {got!r}, want {want!r}'
    if isinstance(got, (native.Unknown, native.TensorBase)):
        got = got._value().item() if isinstance(got, native.TensorBase) else want
    got = native.plain(got)
    if isinstance(want, float) and isinstance(got, (int, float)):
        close = np.isclose(got, want, rtol=1e-5, atol=1e-6, equal_nan=True)
        return None if close else f'got {got!r}, want {want!r}'
    return None if got == want else f'got {got!r}, want {want!r}'


def differs_array(got, want, values):
    if got.dtype != want.dtype or got.shape != want.shape:
        return f'got {got.dtype}{list(got.shape)}, want {want.dtype}{list(want.shape)}'
    if not values:
        return None
    if want.dtype.kind == 'f':
        single = native.state.single and want.dtype == np.float64
        loose = TOLERANCES['single' if single else want.dtype.name]
        near = np.isclose(got, want, rtol=loose, atol=loose, equal_nan=True)
        if single:  # what single precision cannot hold
            near |= np.isfinite(want) & (np.abs(want) > 3e38)
    else:
        near = got == want
    if near.all():
        return None
    places = np.argwhere(~near)
    first = tuple(places[0])
    return (f'{len(places)} of {want.size} {want.dtype}{list(want.shape)} differ, at '
            f'{[int(p) for p in first]} got {got[first]}, want {want[first]}')


# Results (values, indices) where equal values may be told by any of their places.
PICKS = ('topk', 'kthvalue', 'median', 'mode')


def same_picks(call, got, want):
    """Whether other indices than torch's lead to the same values."""
    if call.name.rsplit('.')[-1] not in PICKS or not isinstance(want, (list, tuple)):
        return False
    data, taken, index = call.args[0].array, want[0].array, got[1]._value()
    if data.ndim == 0 or differs(got[0], want[0], True) or index.dtype != np.int64:
        return False
    at = 2 if call.name in ('topk', 'kthvalue') else 1
    axis = call.kwargs.get('dim', call.args[at] if len(call.args) > at else -1)
    if index.ndim < data.ndim:
        index, taken = np.expand_dims(index, axis), np.expand_dims(taken, axis)
    return np.array_equal(np.take_along_axis(data, index, axis), taken, equal_nan=True)


def judge(case, mode, verbose):
    native.state.contents, native.state.symbolic = False, mode == 'sizes unknown'
    native.state.single = False
    try:
        with np.errstate(all='ignore'):
            got = call_prelude(case.call)
            found = differs(got, case.want, case.values)
            if found and same_picks(case.call, got, case.want):
                found = None
        return Outcome('wrong', found) if found else Outcome('passed', '')
    except native.Refused as refused:
        return Outcome('refused', str(refused))
    except (primitives.Failed, ZeroDivisionError) as failed:
        if native.state.symbolic and any(is_empty(v) for v in case.call.args):
            return Outcome('refused', 'ONNX Runtime takes no empty tensor there')
        return Outcome('crash', str(failed)[:400])
    except Exception as raised:
        if verbose:
            return Outcome('crash', traceback.format_exc(limit=-8))
        return Outcome('crash', f'{type(raised).__name__}: {raised}'[:400])
    finally:
        native.state.contents, native.state.symbolic = True, False


# The suite

def is_empty(value):
    return isinstance(value, plain.Tensor) and value.array.size == 0


class Report:
    def __init__(self, options):
        self.options = options
        self.rows = {}
        self.reasons = collections.Counter()
        self.shown = collections.Counter()  # failures that look different, an op
        self.seen = set()

    def add(self, op, case, mode, outcome):
        row = self.rows.setdefault(op, collections.Counter())
        row[outcome.verdict] += 1
        if outcome.verdict == 'refused':
            self.reasons[outcome.why, op] += 1
        elif outcome.verdict != 'passed':
            look = op, outcome.verdict, re.sub(r'\d+', '#', outcome.why)[:120]
            if look not in self.seen and self.shown[op] < self.options.show:
                self.seen.add(look)
                self.shown[op] += 1
                print(f'{outcome.verdict.upper()} {plain.call_text(case.call)}  ({mode})\n    ' +
                      outcome.why.strip().replace('\n', '\n    '), flush=True)

    def close(self):
        print(f'\n{"op":44}' + ''.join(f'{verdict:>9}' for verdict in VERDICTS))
        totals = collections.Counter()
        for op, row in sorted(self.rows.items()):
            totals.update(row)
            print(f'{op:44}' + ''.join(f'{row[verdict] or "":>9}' for verdict in VERDICTS))
        print(f'{f"{len(self.rows)} ops":44}' +
              ''.join(f'{totals[verdict]:>9}' for verdict in VERDICTS))
        if self.options.reasons:
            self.print_reasons()
        failed = totals['wrong'] + totals['crash']
        print(f'samples: {totals["passed"]} passed, {failed} failed')
        return 1 if failed or not totals['passed'] else 0

    def print_reasons(self):
        by_reason = collections.defaultdict(collections.Counter)
        for (why, op), times in self.reasons.items():
            by_reason[why][op] += times
        print('\nrefused')
        for why, ops in sorted(by_reason.items(), key=lambda item: -sum(item[1].values())):
            print(f'{sum(ops.values()):7}  {why}: ' +
                  ', '.join(f'{op} {times}' for op, times in ops.most_common(6)))


class Oracle:
    def __init__(self):
        self.process = subprocess.Popen([ORACLE, str(HERE / 'draw.py')], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        self.names = json.loads(self.process.stdout.readline())

    def ask(self, **question):
        self.process.stdin.write(json.dumps(question).encode() + b'\n')
        self.process.stdin.flush()

    def answer(self):
        return pickle.load(self.process.stdout)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def spelled(call, uses):
    """Whether the prelude has to know the name of a call: it offers it, or models use it."""
    if call.kind == 'method':
        return '.' + call.name in uses or hasattr(torch.Tensor, call.name)
    if call.kind == 'function':
        return call.name in uses or function_named(call.name) is not None
    return True


def missing(call):
    return call.kind == 'method' and not hasattr(torch.Tensor, call.name) or \
        call.kind == 'function' and function_named(call.name) is None


def options():
    parser = argparse.ArgumentParser(prog='tests/samples', description='The torch prelude beside '
                                     "PyTorch, on the samples of PyTorch's own database of ops.")
    parser.add_argument('--only', metavar='NAME', nargs='+', help='ops, by their names')
    parser.add_argument('--count', metavar='N', type=int, default=200, help='samples an op')
    parser.add_argument('--seed', metavar='S', type=int, default=0)
    parser.add_argument('--opset', metavar='N', type=int, default=17)
    parser.add_argument('--show', metavar='N', type=int, default=3, help='failures shown an op')
    parser.add_argument('--reasons', action='store_true', help='why samples were refused')
    parser.add_argument('--verbose', action='store_true', help='tracebacks of crashes')
    return parser.parse_args()


def main():
    chosen = options()
    native.options.opset = chosen.opset
    oracle, uses, report = Oracle(), measured(), Report(chosen)
    ops = [op for op, names in sorted(oracle.names.items())
           if (op in chosen.only or names[0] in chosen.only if chosen.only
               else wanted(names, uses))]

    def ask(op):
        aliases = [name for name in oracle.names[op][1:] if wanted([name], uses)]
        oracle.ask(op=op, count=chosen.count, seed=chosen.seed, aliases=aliases)

    for place, op in enumerate(ops):
        if place == 0:
            ask(op)
        if place + 1 < len(ops):
            ask(ops[place + 1])  # drawn while this one is compared
        for case in oracle.answer():
            if not spelled(case.call, uses):
                continue
            for mode in MODES:
                outcome = Outcome('refused', 'the prelude has no such name') \
                    if missing(case.call) else judge(case, mode, chosen.verbose)
                report.add(op, case, mode, outcome)
    oracle.close()
    return report.close()


if __name__ == '__main__':
    sys.exit(main())
