"""Maps over nested containers."""

__module__ = 'torch.utils._pytree'


def tree_map(fn, pytree):
    if isinstance(pytree, dict):
        return {key: tree_map(fn, value) for key, value in pytree.items()}
    if isinstance(pytree, list):
        return [tree_map(fn, value) for value in pytree]
    if isinstance(pytree, tuple):
        values = [tree_map(fn, value) for value in pytree]
        return type(pytree)(*values) if hasattr(pytree, '_fields') else tuple(values)
    return fn(pytree)
