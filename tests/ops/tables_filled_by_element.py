# Tables that a constructor fills element by element, and who looks at them meanwhile.
import torch
from torch import nn


class Table(nn.Module):
    def __init__(self):
        super().__init__()
        table = torch.zeros(4, 4, 3)
        for i in range(4):
            for j in range(4):
                table[i, j, abs(i - j) % 3] = 1
                table[-1, j, 0] += 0.5
        self.register_buffer('table', table, persistent=False)
        self.register_buffer('steps', torch.zeros(3, dtype=torch.int64), persistent=False)
        self.steps[1] = 7
        self.steps[-1] = True
        flags = torch.zeros(2, dtype=torch.bool)
        flags[0] = True
        self.register_buffer('flags', flags, persistent=False)

    def forward(self, x):
        return x + self.table.sum(-1), self.table[1] * 2, self.steps, self.flags


class Watched(nn.Module):
    """Views, copies and copies of copies see what was there when they were made, or what is now."""

    def __init__(self):
        super().__init__()
        base = torch.zeros(2, 3)
        base[0, 0] = 1.
        row, copy, whole = base[0], base.clone(), base
        base[0, 1] = 2.
        seen = row.sum()
        base[0, 2] = 3.
        row[0] = 10.
        whole[1, 1] = 20.
        copy[1, 2] = 30.
        base[1, 0] = float('inf')
        base[1, 0] = float(base[0].sum())
        base[(1, -1)] = 5
        for name, value in dict(base=base, row=row, copy=copy, seen=seen).items():
            self.register_buffer(name, value.clone(), persistent=False)

    def forward(self, x):
        return x + self.base, self.row, self.copy, self.seen


class Written(nn.Module):
    """In forward, and on one path only."""

    def __init__(self):
        super().__init__()
        self.register_buffer('kept', torch.zeros(3), persistent=False)
        self.kept[0] = 1.

    def forward(self, x):
        made = torch.zeros(3)
        made[0] = 2.
        made[1] = 3.
        early = made * 1
        if x.sum() > 0:
            made[2] = 4.
        else:
            made[0] = 5.
        made[1] = 6.
        made[2] = x[0]
        made[0] += 1
        return made + self.kept, early


class Narrow(nn.Module):
    def __init__(self):
        super().__init__()
        half, small = torch.zeros(2, dtype=torch.float16), torch.zeros(2, dtype=torch.int32)
        half[0], small[0], small[1] = 0.1, -3, 100000
        rounded = torch.zeros(2, dtype=torch.int64)
        rounded[0] = 2.7
        self.register_buffer('all', half.float() + small + rounded, persistent=False)

    def forward(self, x):
        return x + self.all


#> --class Table --input 'x:float32[4,4]'

#> --class Watched --input 'x:float32[2,3]'

#> --class Written --input 'x:float32[3]'
#~ call x=torch.tensor([1., 2., 3.])
#~ call x=torch.tensor([-1., -2., -3.])

#> --class Narrow --input 'x:float32[2]'
