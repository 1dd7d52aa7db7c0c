"""nn.Module: a tree of modules, parameters and buffers. Attribute access and calls are native,
because they keep the module path that names the nodes of the graph."""
import _native
from collections import OrderedDict
from ..parameter import Buffer, Parameter
from ..._support import is_tensor

__module__ = 'torch.nn.modules.module'


class _IncompatibleKeys:

    def __init__(self, missing_keys, unexpected_keys):
        self.missing_keys = missing_keys
        self.unexpected_keys = unexpected_keys

    def __iter__(self):
        return iter((self.missing_keys, self.unexpected_keys))

    def __repr__(self):
        if not self.missing_keys and not self.unexpected_keys:
            return '<All keys matched successfully>'
        return (f'_IncompatibleKeys(missing_keys={self.missing_keys}, '
                f'unexpected_keys={self.unexpected_keys})')


class RemovableHandle:
    """What registering a hook returns."""

    def __init__(self, hooks, key):
        self.hooks = hooks
        self.id = key

    def remove(self):
        if self.id in self.hooks:
            del self.hooks[self.id]

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.remove()


class Module:

    dump_patches = False
    _version = 1
    training = True
    call_super_init = False

    __init__ = _native.module_init

    def forward(self, *input):
        raise NotImplementedError(f'Module [{type(self).__name__}] is missing the required '
                                  '"forward" function')

    __call__ = _call_impl = _native.module_call
    __setattr__ = _native.module_setattr
    __getattr__ = _native.module_getattr
    __delattr__ = _native.module_delattr

    def _assign_buffer(self, name, value):
        """What assigning an `nn.Buffer` does."""
        self.register_buffer(name, value, getattr(value, 'persistent', True))

    # Registration.

    def register_buffer(self, name, tensor, persistent=True):
        _check_name(self, name, self._buffers, 'buffer')
        stands_for_one = hasattr(type(tensor), 'stands_for_a_tensor')
        if tensor is not None and not stands_for_one and not is_tensor(tensor):
            raise TypeError(f"cannot assign '{type(tensor).__name__}' object to buffer '{name}' "
                            '(torch Tensor or None required)')
        self._buffers[name] = tensor
        if persistent:
            self._non_persistent_buffers_set.discard(name)
        else:
            self._non_persistent_buffers_set.add(name)

    def register_parameter(self, name, param):
        _check_name(self, name, self._parameters, 'parameter')
        if param is not None and not isinstance(param, Parameter):
            raise TypeError(f"cannot assign '{type(param).__name__}' object to parameter '{name}' "
                            '(torch.nn.Parameter or None required)')
        self._parameters[name] = param

    def add_module(self, name, module):
        if module is not None and not isinstance(module, Module):
            raise TypeError(f'{module} is not a Module subclass')
        _check_name(self, name, self._modules, 'module')
        self._modules[name] = module

    def register_module(self, name, module):
        self.add_module(name, module)

    # Walks over the tree.

    def named_modules(self, memo=None, prefix='', remove_duplicate=True):
        """One generator for the whole tree: its iterators stand on a stack."""
        if memo is None:
            memo = set()
        if id(self) in memo:
            return
        if remove_duplicate:
            memo.add(id(self))
        yield prefix, self
        walks = [(prefix, iter(self._modules.items()))]
        while walks:
            path, children = walks[-1]
            for name, module in children:
                if module is None or id(module) in memo:
                    continue
                below = path + '.' + name if path else name
                if type(module).named_modules is not Module.named_modules:
                    yield from module.named_modules(memo, below, remove_duplicate)
                    continue
                if remove_duplicate:
                    memo.add(id(module))
                yield below, module
                walks.append((below, iter(module._modules.items())))
                break
            else:
                walks.pop()

    def modules(self):
        for _, module in self.named_modules():
            yield module

    def named_children(self):
        return filter(_native.new_children(), self._modules.items())

    def children(self):
        if type(self).named_children is not Module.named_children:
            return (module for _, module in self.named_children())
        return filter(_native.new_children(), self._modules.values())

    def _named_members(self, members_of, prefix='', recurse=True, remove_duplicate=True):
        seen = set()
        if recurse:
            owners = self.named_modules(prefix=prefix, remove_duplicate=remove_duplicate)
        else:
            owners = [(prefix, self)]
        for path, module in owners:
            for name, value in members_of(module):
                if value is None or id(value) in seen:
                    continue
                if remove_duplicate:
                    seen.add(id(value))
                yield path + '.' + name if path else name, value

    def named_parameters(self, prefix='', recurse=True, remove_duplicate=True):
        return self._named_members(lambda m: m._parameters.items(), prefix, recurse,
                                   remove_duplicate)

    def parameters(self, recurse=True):
        for _, param in self.named_parameters(recurse=recurse):
            yield param

    def named_buffers(self, prefix='', recurse=True, remove_duplicate=True):
        return self._named_members(lambda m: m._buffers.items(), prefix, recurse,
                                   remove_duplicate)

    def buffers(self, recurse=True):
        for _, buffer in self.named_buffers(recurse=recurse):
            yield buffer

    def get_submodule(self, target):
        module = self
        if target == '':
            return module
        for name in target.split('.'):
            if not hasattr(module, name):
                raise AttributeError(f'{type(module).__name__} has no attribute `{name}`')
            module = getattr(module, name)
            if not isinstance(module, Module):
                raise AttributeError(f'`{name}` is not an nn.Module')
        return module

    def get_parameter(self, target):
        path, _, name = target.rpartition('.')
        param = getattr(self.get_submodule(path), name)
        if not isinstance(param, Parameter):
            raise AttributeError(f'`{name}` is not an nn.Parameter')
        return param

    def get_buffer(self, target):
        path, _, name = target.rpartition('.')
        module = self.get_submodule(path)
        if name not in module._buffers:
            raise AttributeError(f'`{name}` is not a buffer')
        return module._buffers[name]

    # Changes of the whole tree.

    apply = _native.module_apply
    train = _native.module_train

    def eval(self):
        return self.train(False)

    def requires_grad_(self, requires_grad=True):
        for param in self.parameters():
            param.requires_grad_(requires_grad)
        return self

    def zero_grad(self, set_to_none=True):
        return None

    def _convert(self, dtype):
        """Floating parameters and buffers in another dtype."""
        for module in self.modules():
            for name, param in module._parameters.items():
                if param is not None and param.dtype.is_floating_point and param.dtype != dtype:
                    made = Parameter(param.to(dtype), param.requires_grad)
                    module._parameters[name] = made
            for name, buffer in module._buffers.items():
                if buffer is not None and buffer.dtype.is_floating_point:
                    module._buffers[name] = buffer.to(dtype)
        return self

    def _apply(self, fn):
        for module in self.modules():
            for name, param in module._parameters.items():
                if param is not None:
                    module._parameters[name] = Parameter(fn(param), param.requires_grad)
            for name, buffer in module._buffers.items():
                if buffer is not None:
                    module._buffers[name] = fn(buffer)
        return self

    def float(self):
        return self._convert(_native.dtypes.float32)

    def double(self):
        return self._convert(_native.dtypes.float64)

    def half(self):
        return self._convert(_native.dtypes.float16)

    def bfloat16(self):
        return self._convert(_native.dtypes.bfloat16)

    def type(self, dst_type):
        return self._convert(dst_type)

    def to(self, *args, dtype=None, device=None, non_blocking=False, memory_format=None):
        for arg in args:
            if is_tensor(arg):
                dtype = arg.dtype
            elif isinstance(arg, type(_native.dtypes.float32)):
                dtype = arg
        return self if dtype is None else self._convert(dtype)

    def cuda(self, device=None):
        return self

    def cpu(self):
        return self

    def xpu(self, device=None):
        return self

    def ipu(self, device=None):
        return self

    def to_empty(self, *, device=None, recurse=True):
        return self

    def share_memory(self):
        return self

    def compile(self, *args, **kwargs):
        return None

    # State dicts. Weights are attached by the command line, not by the source.

    def state_dict(self, *args, destination=None, prefix='', keep_vars=False):
        if args:
            destination = args[0]
            prefix = args[1] if len(args) > 1 else prefix
        if destination is None:
            destination = OrderedDict()
        for name, param in self._parameters.items():
            if param is not None:
                destination[prefix + name] = param if keep_vars else param.detach()
        for name, buffer in self._buffers.items():
            if buffer is not None and name not in self._non_persistent_buffers_set:
                destination[prefix + name] = buffer if keep_vars else buffer.detach()
        for name, module in self._modules.items():
            if module is not None:
                module.state_dict(destination=destination, prefix=prefix + name + '.',
                                  keep_vars=keep_vars)
        return destination

    def load_state_dict(self, state_dict, strict=True, assign=False):
        if hasattr(type(state_dict), 'load_into'):
            state_dict.load_into(self)
            return _IncompatibleKeys([], [])
        own = self.state_dict(keep_vars=True)
        missing = [key for key in own if key not in state_dict]
        unexpected = [key for key in state_dict if key not in own]
        if strict and (missing or unexpected):
            raise RuntimeError(f'Error(s) in loading state_dict for {type(self).__name__}: '
                               f'missing keys {missing}, unexpected keys {unexpected}')
        for key in own:
            if key in state_dict:
                value = state_dict[key]
                if hasattr(type(value), 'load_into_tensor'):
                    value.load_into_tensor(own[key])
                else:
                    own[key].copy_(value)
        return _IncompatibleKeys(missing, unexpected)

    def _load_from_state_dict(self, state_dict, prefix, local_metadata, strict, missing_keys,
                              unexpected_keys, error_msgs):
        return None

    def _save_to_state_dict(self, destination, prefix, keep_vars):
        return None

    def _register_load_state_dict_pre_hook(self, hook, with_module=False):
        return RemovableHandle({}, 0)

    def register_load_state_dict_pre_hook(self, hook):
        return RemovableHandle({}, 0)

    def register_load_state_dict_post_hook(self, hook):
        return RemovableHandle({}, 0)

    def _register_state_dict_hook(self, hook):
        return RemovableHandle({}, 0)

    def register_state_dict_pre_hook(self, hook):
        return RemovableHandle({}, 0)

    def get_extra_state(self):
        raise RuntimeError('Reached a code path in Module.get_extra_state() that should never be '
                           'called.')

    def set_extra_state(self, state):
        raise RuntimeError('Reached a code path in Module.set_extra_state() that should never be '
                           'called.')

    # Hooks.

    def register_forward_pre_hook(self, hook, *, prepend=False, with_kwargs=False):
        if with_kwargs:
            return _native.refuse('`register_forward_pre_hook` with with_kwargs=True')
        return _add_hook(self._forward_pre_hooks, hook, prepend)

    def register_forward_hook(self, hook, *, prepend=False, with_kwargs=False, always_call=False):
        if with_kwargs:
            return _native.refuse('`register_forward_hook` with with_kwargs=True')
        return _add_hook(self._forward_hooks, hook, prepend)

    def register_full_backward_hook(self, hook, prepend=False):
        return RemovableHandle({}, 0)

    def register_full_backward_pre_hook(self, hook, prepend=False):
        return RemovableHandle({}, 0)

    def register_backward_hook(self, hook):
        return RemovableHandle({}, 0)

    # Text.

    def _get_name(self):
        return type(self).__name__

    def extra_repr(self):
        return ''

    def __repr__(self):
        lines = []
        for name, module in self._modules.items():
            lines.append(f'({name}): ' + repr(module).replace('\n', '\n  '))
        extra = self.extra_repr()
        if not lines:
            return f'{self._get_name()}({extra})'
        body = '\n  '.join(([extra] if extra else []) + lines)
        return f'{self._get_name()}(\n  {body}\n)'

    def __dir__(self):
        return sorted(list(self.__dict__) + list(self._parameters) + list(self._buffers) +
                      list(self._modules))


def _check_name(module, name, owner, kind):
    if '_parameters' not in module.__dict__:
        raise AttributeError(f'cannot assign {kind} before Module.__init__() call')
    if not isinstance(name, str):
        raise TypeError(f'{kind} name should be a string. Got {type(name).__name__}')
    if '.' in name:
        raise KeyError(f'{kind} name can\'t contain "."')
    if name == '':
        raise KeyError(f'{kind} name can\'t be empty string ""')
    if name not in owner and not _native.module_lacks(module, name) and hasattr(module, name):
        raise KeyError(f"attribute '{name}' already exists")


def _add_hook(hooks, hook, prepend):
    key = len(hooks)
    while key in hooks:
        key += 1
    if prepend:
        rest = list(hooks.items())
        hooks.clear()
        hooks[key] = hook
        for other, value in rest:
            hooks[other] = value
    else:
        hooks[key] = hook
    return RemovableHandle(hooks, key)
