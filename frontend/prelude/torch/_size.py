"""torch.Size: a tuple of sizes."""

__module__ = 'torch'


class Size(tuple):

    __slice_keeps_class__ = True

    def numel(self):
        count = 1
        for size in self:
            count = count * size
        return count

    def __add__(self, other):
        return Size(tuple(self) + tuple(other))

    def __mul__(self, times):
        return Size(tuple(self) * times)

    def __repr__(self):
        return f'torch.Size({list(self)})'
