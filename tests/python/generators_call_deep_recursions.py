"""What a generator calls may nest as deeply as anything else."""


def depth(n):
    total = 0
    for _ in range(1):
        if n > 0:
            total = sum([1, depth(n - 1)])
    return total


def depths(*counts):
    for count in counts:
        yield depth(count)


class Node:
    def __init__(self, level):
        self.child = Node(level - 1) if level > 0 else None

    def __len__(self):
        return 1 + (0 if self.child is None else len(self.child))


print(list(depths(10, 200, 300)), [len(Node(level)) for level in (1, 150)])
print(next(len(Node(level)) for level in (200,)))
