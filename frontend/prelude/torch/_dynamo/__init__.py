from ..compiler import allow_in_graph, disable, is_compiling, reset

__module__ = 'torch._dynamo'


def mark_dynamic(t, index, **options):
    return None


def mark_static(t, index=None):
    return None


def mark_static_address(t, guard=True):
    return None


def maybe_mark_dynamic(t, index):
    return None


def mark_unbacked(t, index, **options):
    return None


def graph_break():
    return None
