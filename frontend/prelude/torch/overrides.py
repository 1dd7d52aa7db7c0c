"""torch.overrides: no class overrides torch functions here."""

__module__ = 'torch.overrides'


def has_torch_function(relevant_args):
    return False


def has_torch_function_unary(x):
    return False


def has_torch_function_variadic(*args):
    return False


def handle_torch_function(public_api, relevant_args, *args, **kwargs):
    return public_api(*args, **kwargs)


def is_tensor_like(inp):
    from ._support import is_tensor
    return is_tensor(inp)
