"""Nested containers taken apart and put together again.

A node is what its exact type says (list, tuple, dict and their kin, or a class that was registered);
all else is a leaf, None included.
"""
from collections import OrderedDict, defaultdict, deque

__module__ = 'torch.utils._pytree'


class LeafSpec:
    num_nodes, num_leaves, num_children = 1, 1, 0

    def is_leaf(self):
        return True

    def __eq__(self, other):
        return isinstance(other, LeafSpec)

    def __repr__(self):
        return '*'


class TreeSpec:
    """type: the container; context: what it is made from besides its children."""

    def __init__(self, type, context, children_specs):
        self.type, self.context, self.children_specs = type, context, children_specs
        self.num_nodes = 1 + sum(child.num_nodes for child in children_specs)
        self.num_leaves = sum(child.num_leaves for child in children_specs)
        self.num_children = len(children_specs)

    def is_leaf(self):
        return False

    def __eq__(self, other):
        return (isinstance(other, TreeSpec) and self.type is other.type and self.context == other.context
                and self.children_specs == other.children_specs)

    def __repr__(self):
        return f'TreeSpec({self.type.__name__}, {self.context}, {self.children_specs})'


def _flatten_mapping(mapping):
    return list(mapping.values()), list(mapping.keys())


# By type: from a container to its children and a context, and back.
SUPPORTED_NODES = {
    list: (lambda node: (list(node), None), lambda children, context: list(children)),
    tuple: (lambda node: (list(node), None), lambda children, context: tuple(children)),
    dict: (_flatten_mapping, lambda children, keys: dict(zip(keys, children))),
    OrderedDict: (_flatten_mapping, lambda children, keys: OrderedDict(zip(keys, children))),
    defaultdict: (lambda node: (list(node.values()), (node.default_factory, list(node.keys()))),
                  lambda children, context: defaultdict(context[0], zip(context[1], children))),
    deque: (lambda node: (list(node), node.maxlen), lambda children, maxlen: deque(children, maxlen)),
}
_NAMED_TUPLE = (lambda node: (list(node), type(node)), lambda children, cls: cls(*children))


def register_pytree_node(cls, flatten_fn, unflatten_fn, **names):
    SUPPORTED_NODES[cls] = (flatten_fn, unflatten_fn)


_register_pytree_node = register_pytree_node


def _handlers(cls):
    if cls in SUPPORTED_NODES:
        return SUPPORTED_NODES[cls]
    return _NAMED_TUPLE if issubclass(cls, tuple) and hasattr(cls, '_fields') else None


def tree_flatten(tree, is_leaf=None):
    leaves = []
    spec = _flatten_into(leaves, tree, is_leaf)
    return leaves, spec


def _flatten_into(leaves, tree, is_leaf):
    handlers = None if is_leaf is not None and is_leaf(tree) else _handlers(type(tree))
    if handlers is None:
        leaves.append(tree)
        return LeafSpec()
    children, context = handlers[0](tree)
    return TreeSpec(type(tree), context, [_flatten_into(leaves, child, is_leaf) for child in children])


def tree_unflatten(leaves, treespec):
    leaves = list(leaves)
    if len(leaves) != treespec.num_leaves:
        raise ValueError(f'tree_unflatten(leaves, treespec): `leaves` has length {len(leaves)} but the spec '
                         f'refers to a pytree that holds {treespec.num_leaves} items ({treespec}).')
    return _build(iter(leaves), treespec)


def _build(leaves, spec):
    if spec.is_leaf():
        return next(leaves)
    children = [_build(leaves, child) for child in spec.children_specs]
    return _handlers(spec.type)[1](children, spec.context)


def tree_leaves(tree, is_leaf=None):
    return tree_flatten(tree, is_leaf)[0]


def tree_structure(tree, is_leaf=None):
    return tree_flatten(tree, is_leaf)[1]


def tree_map(func, tree, *rests, is_leaf=None):
    leaves, spec = tree_flatten(tree, is_leaf)
    others = [tree_leaves(rest, is_leaf) for rest in rests]
    return tree_unflatten([func(*items) for items in zip(leaves, *others)], spec)


def tree_map_(func, tree, *rests, is_leaf=None):
    tree_map(func, tree, *rests, is_leaf=is_leaf)
    return tree


def tree_map_only(types, func, tree, is_leaf=None):
    return tree_map(lambda leaf: func(leaf) if isinstance(leaf, types) else leaf, tree, is_leaf=is_leaf)


def tree_all(pred, tree, is_leaf=None):
    return all(pred(leaf) for leaf in tree_leaves(tree, is_leaf))


def tree_any(pred, tree, is_leaf=None):
    return any(pred(leaf) for leaf in tree_leaves(tree, is_leaf))
