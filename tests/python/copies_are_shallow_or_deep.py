import copy
from collections import OrderedDict


class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)
        self.parent = None
        for child in self.children:
            child.parent = self


tree = Node([1], [Node(2), Node(3)])
shallow, deep = copy.copy(tree), copy.deepcopy(tree)
print(shallow.value is tree.value, deep.value is tree.value, deep.value,
      deep.children[0].parent is deep, deep.children[0] is tree.children[0])
a = [1, [2, 3], {'k': [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
a[2]['k'].append(9)
print(b, c)
shared = []
d = copy.deepcopy([shared, shared])
print(d[0] is d[1], copy.deepcopy((1, 2)), copy.deepcopy({1, 2}), copy.deepcopy(OrderedDict(a=[1])))


class Custom:
    def __deepcopy__(self, memo):
        return 'deep'

    def __copy__(self):
        return 'shallow'


print(copy.copy(Custom()), copy.deepcopy({'c': Custom()}), copy.deepcopy(len) is len,
      copy.deepcopy(None))
loop = []
loop.append(loop)
again = copy.deepcopy(loop)
print(again[0] is again, [copy.deepcopy(x) for x in (1, 'a', 2.5, True)])
