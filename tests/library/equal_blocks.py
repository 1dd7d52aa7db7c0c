# Blocks of the program that are constructed with the same arguments are made alike and apart, and each as its
# constructor makes it: what a constructor reads or changes besides its arguments counts.
import copy
import functools
import itertools
import torch
from torch import nn

made = 0
numbers = itertools.count(2)
registry = []
settings = {'gain': 2., 'seen': [1]}
tables = {}


class Scale(nn.Module):
    def __init__(self, gain):
        super().__init__()
        self.gain = gain

    def forward(self, x):
        return x * self.gain


class Counted(Scale):
    def __init__(self):
        global made
        made += 1
        super().__init__(float(made))


class Numbered(Scale):
    def __init__(self):
        super().__init__(float(next(numbers)))


class Grown(Scale):
    def __init__(self, seen=[]):
        seen.append(3)
        super().__init__(float(len(seen)))


class Registered(Scale):
    def __init__(self):
        super().__init__(2.)
        registry.append(self)


class Enlisted(Scale):
    def __init__(self, members):
        super().__init__(3.)
        members.append(self)


class Popping(Scale):
    def __init__(self, options):
        super().__init__(options.pop('gain', 5.))


class OfClass(Scale):
    factor = 2.

    def __init__(self):
        super().__init__(type(self).factor)


class OfSettings(Scale):
    def __init__(self):
        super().__init__(settings['gain'] * len(settings['seen']))


class OfTable(Scale):
    """What an older dict holds may be younger, and change."""

    def __init__(self):
        super().__init__(float(sum(tables['row'])))


class Outside(nn.Module):
    def __init__(self):
        super().__init__()
        self.counted = nn.ModuleList(Counted() for _ in range(3))
        self.numbered = nn.Sequential(*[Numbered() for _ in range(3)])
        self.grown = nn.Sequential(*[Grown() for _ in range(3)])
        for _ in range(3):
            Registered()
        self.registered = nn.ModuleList(registry)
        members = []
        for _ in range(3):
            Enlisted(members)
        self.enlisted = nn.ModuleList(members)
        options = {'gain': 7.}
        self.popping = nn.ModuleList(Popping(options) for _ in range(3))

    def forward(self, x):
        parts = [m(x) for m in (*self.counted, *self.numbered, *self.grown, *self.registered, *self.enlisted,
                                *self.popping)]
        return torch.stack(parts)


class ReadAgain(nn.Module):
    def __init__(self):
        super().__init__()
        blocks = [OfClass(), OfSettings()]
        OfClass.factor = 3.
        blocks += [OfClass(), OfSettings()]
        settings['gain'] = 4.
        blocks += [OfClass(), OfSettings()]
        settings['seen'].append(2)
        blocks += [OfClass(), OfSettings()]
        tables['row'] = row = [1]
        blocks.append(OfTable())
        row.append(4)
        blocks.append(OfTable())
        self.blocks = nn.ModuleList(blocks)

    def forward(self, x):
        return torch.stack([block(x) for block in self.blocks])


class Typed(nn.Module):
    def __init__(self, k, options=None):
        super().__init__()
        self.k = k
        self.options = options

    def forward(self, x):
        kinds = {bool: 2., int: 3., float: 5.}
        x = x * kinds[type(self.k)]
        if self.options is not None:
            x = x + kinds[type(self.options['k'])] * len(self.options)
        return x


class Types(nn.Module):
    def __init__(self):
        super().__init__()
        shared = {'k': 1}
        blocks = [Typed(1), Typed(True), Typed(1.0), Typed(1, {'k': 1}), Typed(1, {'k': True}), Typed(1, {'k': 1.0}),
                  Typed(1, shared), Typed(1, shared)]
        shared['l'] = 2
        self.blocks = nn.ModuleList(blocks + [Typed(1, shared), Typed(1, {'k': 1, 'l': 2})])
        if self.blocks[6].options is not self.blocks[7].options or self.blocks[3].options is self.blocks[6].options:
            raise ValueError('a block holds what it was given')

    def forward(self, x):
        return torch.stack([block(x) for block in self.blocks])


class Held(nn.Module):
    """Whatever holds the block itself."""

    def __init__(self):
        super().__init__()
        self.gain = 2.
        self.linear = nn.Linear(4, 4)
        self.act = self._scaled
        self.late = functools.partial(self._scaled, more=3.)
        self.linear.register_forward_hook(lambda module, args, out: out + self.gain)
        self.me = [self]

    def _scaled(self, x, more=1.):
        return x * self.gain * more

    def forward(self, x):
        return self.late(self.act(self.linear(x))) * self.me[0].gain


class Holding(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b, self.c = (Held() for _ in range(3))
        self.b.gain = 3.
        self.c.me.append(1)
        if len(self.a.me) != 1 or self.a.me[0] is not self.a or self.b.me[0] is not self.b:
            raise ValueError('the blocks are not apart')

    def forward(self, x):
        return self.c(self.b(self.a(x)))


class Tied(nn.Module):
    """Shares a parameter within itself, and with whoever gives it one."""

    def __init__(self, weight=None):
        super().__init__()
        self.up = nn.Linear(4, 4)
        self.down = nn.Linear(4, 4, bias=False)
        self.down.weight = self.up.weight if weight is None else weight
        self.tables = {'bias': self.up.bias}
        self.register_buffer('step', torch.arange(4.))

    def forward(self, x):
        return self.down(self.up(x)) + self.tables['bias'] * self.step


class Ties(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.Sequential(Tied(), Tied(), Tied())
        with torch.no_grad():
            self.blocks[1].step += 1
        shared = nn.Parameter(torch.zeros(4, 4))
        self.sharing = nn.Sequential(Tied(shared), Tied(shared))
        parameters = {id(p) for p in self.parameters()}
        if len(parameters) != 11:
            raise ValueError(f'{len(parameters)} parameters')

    def forward(self, x):
        return self.sharing(self.blocks(x))


class Placed(nn.Module):
    """Finds its parts by where they lie."""

    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(4, 4), nn.Linear(4, 4)
        self.gains = {id(self.a): 2., id(self.b): 3.}
        self.order = {self.a: 5.}

    def forward(self, x):
        return self.a(x) * self.gains[id(self.a)] + self.b(x) * self.gains[id(self.b)] * self.order[self.a]


class Places(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.Sequential(*(Placed() for _ in range(3)))

    def forward(self, x):
        return self.blocks(x)


def make_class(gain):
    class Local(Scale):
        def __init__(self):
            super().__init__(gain)

    return Local


class Closures(nn.Module):
    def __init__(self):
        super().__init__()
        gain = 2.

        class Inner(Scale):
            def __init__(self):
                super().__init__(gain)

        first = Inner()
        gain = 3.
        blocks = [first, Inner()]
        blocks += [make_class(k)() for k in (5., 7.)]
        factor = 11.
        make = lambda: factor
        blocks.append(Given(make))
        factor = 13.
        blocks.append(Given(make))
        blocks.append(Given(lambda: 13.))
        self.blocks = nn.ModuleList(blocks)

    def forward(self, x):
        return torch.stack([block(x) for block in self.blocks])


class Given(Scale):
    def __init__(self, make):
        super().__init__(make())


class Deep(nn.Module):
    """Blocks of blocks, changed after they were made."""

    def __init__(self):
        super().__init__()
        self.stages = nn.ModuleList(Stage(2) for _ in range(3))
        self.stages[1].blocks[0].linear = nn.Linear(4, 4, bias=False)
        self.stages[2].blocks.append(Block(4))
        self.stages[0].sizes.append(1)
        self.again = copy.deepcopy(self.stages[1])

    def forward(self, x):
        for stage in self.stages:
            x = stage(x)
        return self.again(x)


class Block(nn.Module):
    def __init__(self, size, norm=functools.partial(nn.LayerNorm, eps=1e-3)):
        super().__init__()
        self.norm = norm(size)
        self.linear = nn.Linear(size, size)
        nn.init.trunc_normal_(self.linear.weight, std=.02)

    def forward(self, x):
        return x + self.linear(self.norm(x))


class Stage(nn.Module):
    def __init__(self, depth):
        super().__init__()
        norm = functools.partial(nn.LayerNorm, elementwise_affine=False)
        self.blocks = nn.ModuleList(Block(4, norm) for _ in range(depth))
        self.sizes = [4] * depth

    def forward(self, x):
        for block in self.blocks:
            x = block(x)
        return x * len(self.sizes)


#> --class Outside --input 'x:float32[N,4]'

#> --class ReadAgain --input 'x:float32[N,4]'

#> --class Types --input 'x:float32[N,4]'

#> --class Holding --input 'x:float32[N,4]'

#> --class Ties --input 'x:float32[N,4]'

#> --class Places --input 'x:float32[N,4]'

#> --class Closures --input 'x:float32[N,4]'

#> --class Deep --input 'x:float32[N,4]'
