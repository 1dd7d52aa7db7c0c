"""torch.fx: marks on functions are accepted, tracing is refused."""
import _native

__module__ = 'torch.fx'


def wrap(fn_or_name):
    return fn_or_name


def symbolic_trace(root, concrete_args=None):
    return _native.refuse('`torch.fx.symbolic_trace` rewrites a model while it runs',
                          'export the model itself')


class Tracer:

    def trace(self, root, concrete_args=None):
        return symbolic_trace(root, concrete_args)


class Proxy:
    """Only a name for isinstance."""


class GraphModule:
    """Only a name for isinstance."""


class Node:
    """Only a name for isinstance."""


class Graph:
    """Only a name for isinstance."""


class Transformer:
    """Only a name for subclasses."""


class Interpreter:
    """Only a name for subclasses."""
