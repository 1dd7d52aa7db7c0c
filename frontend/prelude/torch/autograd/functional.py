import _native

__module__ = 'torch.autograd.functional'


def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False, strategy=None):
    return _native.refuse('an exported graph has no gradients')


def hessian(func, inputs, create_graph=False, strict=False, vectorize=False,
            outer_jacobian_strategy=None):
    return _native.refuse('an exported graph has no gradients')
