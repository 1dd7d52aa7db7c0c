"""torch.func: transformations of functions, refused."""
import _native

__module__ = 'torch.func'


def functional_call(module, parameter_and_buffer_dicts, args=None, kwargs=None, **options):
    return _native.refuse('`functional_call` has no lowering', 'call the module')


def vmap(func, in_dims=0, out_dims=0, randomness='error'):
    return _native.refuse('`vmap` has no lowering', 'write the batch axis out')


def grad(func, argnums=0, has_aux=False):
    return _native.refuse('an exported graph has no gradients')
