"""The module `_native` for CPython: tensors hold numpy arrays, views are read and written through
the closures that the prelude gives, modules keep their attributes as nn.Module does.

With `symbolic` on, the sizes of tensors that depend on an input are `Sym` numbers: they compute,
but a Python branch on them raises, as it would fork the graph in nnscan.
"""
import types

import ml_dtypes
import numpy as np


class Refused(Exception):
    """Raised where nnscan records a refusal."""


class Poisoned(Exception):
    """Raised where a tensor is read whose contents nobody can tell."""


class NoKernel(Exception):
    """Raised where ONNX Runtime cannot run an operator on these dtypes."""


class Branched(Exception):
    """Raised where prelude code branches on an unknown size."""


# dtypes

class dtype:
    def __init__(self, name, np_type, floating, signed):
        self.name, self.np = name, np.dtype(np_type)
        self.is_floating_point, self.is_signed, self.is_complex = floating, signed, False
        self.itemsize = self.np.itemsize

    def __repr__(self):
        return 'torch.' + self.name

    def __reduce__(self):
        return getattr, (dtypes, self.name)


_ORDER = ['bool', 'uint8', 'int8', 'int16', 'int32', 'int64', 'float16', 'bfloat16', 'float32',
          'float64']


def _make_dtype(name):
    np_type = ml_dtypes.bfloat16 if name == 'bfloat16' else np.dtype(name)
    return dtype(name, np_type, 'float' in name, name not in ('bool', 'uint8'))


dtypes = types.SimpleNamespace(**{name: _make_dtype(name) for name in _ORDER})
BY_NUMPY = {getattr(dtypes, name).np: getattr(dtypes, name) for name in _ORDER}
options = types.SimpleNamespace(opset=20, target='onnx', train=False)
# `contents`: what an input holds counts as known, so that branches may depend on it; `single`: a
# double was computed in single precision.
state = types.SimpleNamespace(symbolic=False, contents=True, single=False)


def answers_as_export():
    return False


def promote_dtypes(a, b):
    if a is b:
        return a
    pair = {a.name, b.name}
    if pair == {'float16', 'bfloat16'}:
        return dtypes.float32
    if 'uint8' in pair and pair & {'int8', 'int16', 'int32', 'int64'}:
        other = (pair - {'uint8'}).pop()
        return dtypes.int16 if other == 'int8' else getattr(dtypes, other)
    return getattr(dtypes, max(pair, key=_ORDER.index))


def _category(d):
    return 2 if d.is_floating_point else 0 if d.name == 'bool' else 1


def promote(*operands):
    """torch.result_type: tensors with axes, then 0-d tensors, then numbers, by category."""
    groups = [None, None, None]
    for x in operands:
        if isinstance(x, TensorBase):
            place, d = (0 if x.ndim else 1), x.dtype
        elif isinstance(x, bool):
            place, d = 2, dtypes.bool
        elif isinstance(x, int):
            place, d = 2, dtypes.int64
        elif isinstance(x, float):
            place, d = 2, dtypes.float32
        else:
            raise TypeError(f'unsupported operand type: {type(x).__name__}')
        groups[place] = d if groups[place] is None else promote_dtypes(groups[place], d)
    result = groups[0]
    for lower in groups[1:]:
        if lower is not None and (result is None or _category(lower) > _category(result)):
            result = lower if result is None else promote_dtypes(result, lower)
    return result


# Unknown sizes

class Unknown:
    def __init__(self, holds=None):
        self.holds = holds  # for `assume`

    def __bool__(self):
        raise Branched('a branch on an unknown size')


class Sym(int):
    """An int that may be computed with but not looked at."""


def _sym(op):
    def run(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return Sym(getattr(int, op)(int(self), int(other)))
    return run


for _op in ('add', 'radd', 'sub', 'rsub', 'mul', 'rmul', 'floordiv', 'rfloordiv', 'mod', 'rmod'):
    setattr(Sym, f'__{_op}__', _sym(f'__{_op}__'))
Sym.__neg__ = lambda self: Sym(-int(self))
Sym.__eq__ = lambda self, o: True if isinstance(o, Sym) and int(self) == int(o) else \
    Unknown() if isinstance(o, int) else NotImplemented
Sym.__ne__ = lambda self, o: False if isinstance(o, Sym) and int(self) == int(o) else Unknown()
Sym.__hash__ = int.__hash__
for _op in ('lt', 'le', 'gt', 'ge'):
    setattr(Sym, f'__{_op}__', lambda self, other, op=_op: Unknown(
        getattr(int, f'__{op}__')(int(self), int(other))))
Sym.__bool__ = lambda self: bool(Unknown())
Sym.__truediv__ = lambda self, o: int(self) / o


def rank(t, likely=None):
    return t.ndim


def want_dtype(t, dtype):
    """Nothing is open here."""


def known(x):
    return not isinstance(x, (Sym, Unknown))


def same(a, b):
    equal = a == b
    return known(equal) and bool(equal)


def differ(a, b):
    equal = a == b
    return known(equal) and not equal


def same_sizes(a, b):
    return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b))


def not_plain(*sizes):
    """What natives that know plain sizes answer else: the prelude's own lines then run."""
    return None


view_sizes = reshape_form = same_wide_sizes = known_sizes = permutation = not_plain


def is_tensor(x):
    return isinstance(x, TensorBase)


def plain(x):
    return int(x) if isinstance(x, Sym) else x


def symbolic_max(*args):
    """Python's max and min as nnscan has them: of an unknown size, an unknown size."""
    values = args[0] if len(args) == 1 else args
    values = list(values)
    top = max(plain(v) for v in values)
    return Sym(top) if any(isinstance(v, Sym) for v in values) else top


def symbolic_min(*args):
    values = args[0] if len(args) == 1 else args
    values = list(values)
    low = min(plain(v) for v in values)
    return Sym(low) if any(isinstance(v, Sym) for v in values) else low


# Tensors

class TensorBase:
    requires_grad = False

    def _value(self):
        if self._base is None:
            if self._storage[0] is None:
                raise Poisoned('the contents are not known: a copy or a view was written')
            return self._storage[0]
        return self._read(fresh(self._base._value(), self._base._depends))._value()

    @property
    def _depends(self):
        return self._storage[1] if self._base is None else self._base._depends

    @property
    def shape(self):
        import torch
        sizes = self._value().shape
        if state.symbolic and self._depends:
            sizes = [Sym(s) if s != 1 else 1 for s in sizes]
        return torch.Size(sizes)

    @property
    def ndim(self):
        return self._value().ndim

    @property
    def dtype(self):
        return BY_NUMPY[self._value().dtype]

    def __bool__(self):
        return bool(item(self))


def _new(cls, storage, base=None, read=None, write=None):
    made = object.__new__(cls)
    made._storage, made._base, made._read, made._write = storage, base, read, write
    return made


def _tensor_class():
    import torch
    return torch.Tensor


def fresh(array, depends=False):
    return _new(_tensor_class(), [np.asarray(array), depends])


def filled(value, dtype, sizes):
    """As where a size is not known."""
    return None


def constant(value, dtype=None):
    depends = [False]

    def strip(v):
        if isinstance(v, TensorBase):
            depends[0] = depends[0] or v._depends
            return v._value().item()
        if isinstance(v, Sym):
            depends[0] = True
            return int(v)
        return [strip(x) for x in v] if isinstance(v, (list, tuple)) else v

    value = strip(value)
    array = np.array(value)
    if dtype is None:
        kind = array.dtype.kind
        dtype = {'b': dtypes.bool, 'i': dtypes.int64, 'f': dtypes.float32}[kind]
        if array.size == 0:
            dtype = dtypes.float32
    return fresh(array.astype(dtype.np), depends[0])


def view(base, read, write, place=None):
    made = _new(_tensor_class(), None, base, read, write)
    made._place = place
    return made


def _root(t):
    while t._base is not None:
        t = t._base
    return t._storage


def same_memory(a, b):
    return isinstance(a, TensorBase) and isinstance(b, TensorBase) and _root(a) is _root(b)


def related(a, b):
    return a is not b and same_memory(a, b)


def lineage(t):
    steps = []
    while t._base is not None:
        steps.append((t._base, getattr(t, '_place', None), t))
        t = t._base
    return steps[::-1]


def same_content(a, b):
    """Never known here: the places are counted."""
    return False


def reads_written(target, other, in_place):
    def places(t):
        if t._base is None:
            return np.arange(t._value().size).reshape(t._value().shape)
        return t._read(fresh(places(t._base)))._value()

    written, read = places(target), places(other)
    if not in_place:
        return bool(np.isin(read, written).any())
    read = np.broadcast_to(read, written.shape)
    return bool((np.isin(read, written) & (read != written)).any())


def alias(t):
    return alias_as(t, _tensor_class())


def become(t, other):
    before = _new(type(t), t._storage, t._base, t._read, t._write)
    view = other
    while view._base is not None:
        if view._base is t:
            view._base = before
        view = view._base
    t._storage, t._base, t._read, t._write = other._storage, other._base, other._read, other._write
    return True


def rows(t, moved):
    return tuple(fresh(row, t._depends) for row in moved._value())


def alias_as(t, cls):
    if t._base is None:
        return _new(cls, t._storage)
    return _new(cls, None, t, lambda b: b, lambda b, v: v)


def write(t, value):
    array = value._value()
    own = t._value()
    assert array.shape == own.shape, f'write of {array.shape} into {own.shape}'
    assert array.dtype == own.dtype, f'write of {array.dtype} into {own.dtype}'
    _overwrite(t, fresh(array.copy(), value._depends))
    return t


def _overwrite(t, value):
    if t._base is None:
        t._storage[0], t._storage[1] = value._value(), t._storage[1] or value._depends
    elif t._write is None:
        root = t._base
        while root._base is not None:
            root = root._base
        root._storage[0] = None
        t._storage, t._base = [value._value(), value._depends], None
    else:
        base = fresh(t._base._value(), t._base._depends)
        _overwrite(t._base, t._write(base, value))


def item(t):
    array = t._value()
    if array.size != 1:
        raise RuntimeError('a Tensor with more than one element cannot be converted to Scalar')
    value = array.reshape(-1)[0]
    value = float(value) if t.dtype.is_floating_point else value.item()
    if not is_constant(t) and type(value) is int:
        return Sym(value)
    return value


def tolist(t):
    if not is_constant(t):
        raise Refused('tolist of unknown contents')
    return t._value().tolist()


def is_constant(t):
    return state.contents and not state.symbolic or not t._depends


def refuse(message, hint='', code=''):
    raise Refused(message)


def assume(condition, message):
    if isinstance(condition, Unknown) and condition.holds is False:
        raise Refused('the assumption does not hold that ' + message)


def warn_assume(message):
    return None


_generator = np.random.default_rng(0)


def in_forward():
    return False


def draws_in_forward():
    return False


def random(kind, shape, dtype, *params):
    sizes = [plain(s) for s in shape]
    params = [tolist(p) if hasattr(p, '_value') else p for p in params]
    if kind in ('normal', 'trunc_normal', 'orthogonal'):
        array = _generator.standard_normal(sizes)
        if kind != 'orthogonal':
            array = array * params[1] + params[0]
    elif kind == 'uniform':
        array = _generator.uniform(params[0], params[1], sizes)
    elif kind == 'bernoulli':
        array = _generator.uniform(0, 1, sizes) < params[0]
    elif kind == 'integers':
        array = _generator.integers(params[0], params[1], sizes)
    elif kind == 'permutation':
        array = _generator.permutation(sizes[0])
    else:
        array = np.zeros(sizes)
    return fresh(np.asarray(array).astype(dtype.np))


def random_like(tensor):
    """All numbers are known here."""


def write_element(tensor, index, number):
    """The general way is as good."""
    return False


# Modules

def module_init(self, *args, **kwargs):
    self.__dict__.update(training=True, _parameters={}, _buffers={},
                         _non_persistent_buffers_set=set(), _modules={}, _forward_hooks={},
                         _forward_pre_hooks={})


def module_train(self, mode=True):
    if not isinstance(mode, bool):
        raise ValueError('training mode is expected to be boolean')
    self.training = mode
    for module in self.children():
        module.train(mode)
    return self


def module_setattr(self, name, value):
    from torch.nn import Module, Parameter
    from torch.nn.parameter import Buffer
    own = self.__dict__
    if isinstance(value, Buffer):
        self._assign_buffer(name, value)
        return
    params = own.get('_parameters')
    if isinstance(value, Parameter):
        if params is None:
            raise AttributeError('cannot assign parameters before Module.__init__() call')
        for place in (own, own['_buffers'], own['_modules']):
            place.pop(name, None)
        params[name] = value
    elif params is not None and name in params:
        if value is not None:
            raise TypeError(f"cannot assign '{type(value).__name__}' as parameter '{name}' "
                            '(torch.nn.Parameter or None expected)')
        params[name] = None
    elif isinstance(value, Module):
        if params is None:
            raise AttributeError('cannot assign module before Module.__init__() call')
        own.pop(name, None)
        own['_modules'][name] = value
    elif '_modules' in own and name in own['_modules'] and value is None:
        own['_modules'][name] = None
    elif '_buffers' in own and name in own['_buffers']:
        own['_buffers'][name] = value
    else:
        object.__setattr__(self, name, value)


def new_children():
    seen = set()

    def is_new(child):
        module = child[1] if isinstance(child, tuple) else child
        if module is None or id(module) in seen:
            return False
        seen.add(id(module))
        return True

    return is_new


def module_apply(self, fn):
    for module in self.children():
        module.apply(fn)
    fn(self)
    return self


def module_lacks(self, name):
    """Never plain here: `hasattr` finds out."""
    return False


def segments(items):
    """No loop of a graph filled this list."""
    return None


def module_getattr(self, name):
    for place in ('_parameters', '_buffers', '_modules'):
        if name in self.__dict__.get(place, {}):
            return self.__dict__[place][name]
    raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


def module_delattr(self, name):
    for place in ('_parameters', '_buffers', '_modules'):
        if name in self.__dict__.get(place, {}):
            del self.__dict__[place][name]
            return
    object.__delattr__(self, name)


def module_call(self, *args, **kwargs):
    for hook in list(self._forward_pre_hooks.values()):
        result = hook(self, args)
        if result is not None:
            args = result if isinstance(result, tuple) else (result,)
    output = self.forward(*args, **kwargs)
    for hook in list(self._forward_hooks.values()):
        result = hook(self, args, output)
        output = output if result is None else result
    return output
