"""What forward draws has PyTorch's shapes, dtypes, ranges and moments, and is drawn anew."""
import torch
import torch.nn.functional as F
from torch import nn

COUNT = 100000


def moments(draw):
    """What is the same of any draw of this size, to a digit."""
    draw = draw.double()
    return torch.stack([(draw.mean() * 10).round(), (draw.std() * 10).round()])


class Uniform(nn.Module):
    def forward(self, x):
        n = x.size(0)
        a, b = torch.rand(n, COUNT), torch.rand(COUNT, dtype=torch.float64)
        c = torch.empty(COUNT).uniform_(-2, 6)
        d = torch.rand_like(x.expand(n, COUNT))
        e = torch.rand(COUNT).half().uniform_()
        f = torch.rand((COUNT,), dtype=torch.bfloat16).float()
        inside = [((t >= 0) & (t < 1)).all() for t in (a, b, d, e, f)]
        return (moments(a), moments(b), moments(c), moments(d), moments(e), moments(f),
                torch.stack(inside), a[:, :2] * 0, b[:2] * 0, e[:1] * 0, (a[0] == d[0]).float().mean().round(),
                (torch.rand(3) == torch.rand(3)).any(), c.min().round(), c.max().round(), torch.rand(()) * 0)


class Normal(nn.Module):
    def forward(self, x):
        n = x.size(0)
        a, b = torch.randn(n, COUNT), torch.randn(COUNT, dtype=torch.float64)
        c = torch.empty(COUNT).normal_(-2, 3)
        d = torch.randn_like(x.expand(n, COUNT))
        e = torch.randn(COUNT, dtype=torch.float16)
        f = torch.normal(x.expand(n, COUNT) * 0 + 4, 2.0)
        g = torch.normal(3.0, 1.0, (n, COUNT))
        h = torch.normal(0.0, torch.full((COUNT,), 2.0))
        i = torch.empty(COUNT).log_normal_(0, 0.25)
        return (moments(a), moments(b), moments(c), moments(d), moments(e), moments(f), moments(g), moments(h),
                moments(i), (a[0] == d[0]).any(), a[:, :1] * 0, e[:1] * 0)


class Integers(nn.Module):
    def forward(self, x):
        n = x.size(0)
        a = torch.randint(3, 7, (n, COUNT))
        b = torch.randint(n + 1, (COUNT,))
        c = torch.randint_like(x.expand(n, COUNT), 2, 4)
        d = torch.empty(COUNT, dtype=torch.uint8).random_()
        e = torch.zeros(COUNT).random_(5)
        f = torch.zeros(COUNT, dtype=torch.int32).random_(-3, 3)
        g = torch.randint(0, 2, (COUNT,), dtype=torch.bool)
        return (moments(a), b.min(), b.max(), moments(c), d.max(), d.min(), moments(e), moments(f), moments(g),
                a.min(), a.max(), c[:, :1] * 0, d[:1] * 0, g[:0], f.sort().values[:3])


class Permutation(nn.Module):
    def forward(self, x):
        order = torch.randperm(x.size(0))
        return (order.sort().values, x[order].sort(0).values, torch.randperm(1000).sort().values,
                (torch.randperm(1000) == torch.arange(1000)).all(), torch.randperm(0), torch.randperm(3, dtype=torch.int32) * 0)


class Chances(nn.Module):
    def forward(self, x):
        a = torch.bernoulli(torch.full((x.size(0), COUNT), 0.3))
        b = torch.empty(COUNT).bernoulli_(0.9)
        c = torch.empty(COUNT).bernoulli_(torch.full((COUNT,), 0.5))
        d = torch.bernoulli(torch.zeros(5)), torch.bernoulli(torch.ones(5))
        e = torch.empty(COUNT).exponential_(2.0)
        f = torch.empty(COUNT).geometric_(0.5)
        g = torch.empty(COUNT).cauchy_(1.0, 2.0)
        h = torch.bernoulli(torch.zeros(COUNT), 0.5)
        return (moments(a), moments(b), moments(c), d, moments(e), moments(f), f.min(), (g.median() * 5).round(),
                ((g - 1).abs().median() * 5).round(), e.min() > 0, moments(h))


class Multinomial(nn.Module):
    def forward(self, x):
        weights = torch.tensor([0.0, 1.0, 0.0, 3.0])
        a = torch.multinomial(weights, COUNT, True)
        b = torch.multinomial(weights, 2).sort().values
        c = torch.multinomial(x.abs() + 0.1, x.size(1)).sort().values
        d = torch.multinomial(torch.stack([weights, weights.flip(0)]), COUNT, replacement=True)
        first = torch.multinomial(weights.expand(COUNT, 4), 1)
        return moments(a), a.unique(), b, c, moments(d[0]), moments(d[1]), moments(first), first[:1] * 0


class Dropped(nn.Module):
    def forward(self, x):
        ones = torch.ones(x.size(0), 4, COUNT)
        a, b = F.dropout(ones, 0.25), F.dropout2d(ones[None].transpose(1, 3), 0.5)
        c = F.alpha_dropout(torch.randn(COUNT), 0.2, training=True)
        d = F.feature_alpha_dropout(torch.randn(1, COUNT, 1), 0.2, training=True)
        e = F.rrelu(-torch.ones(COUNT), 0.1, 0.9, training=True)
        return moments(a), a.max(), moments(b), moments(c), moments(d), moments(e), e.max() < -0.1, F.dropout(x, 1.0)


class Gumbel(nn.Module):
    def forward(self, x):
        logits = torch.tensor([0.0, 1.0, 2.0]).expand(COUNT, 3)
        soft, hard = F.gumbel_softmax(logits, tau=0.5), F.gumbel_softmax(logits, hard=True)
        axis = F.gumbel_softmax(x, dim=0).sum(0)
        return moments(soft), moments(hard), (hard.mean(0) * 20).round(), axis, hard.round().sum(-1).max()


class Branched(nn.Module):
    def forward(self, x):
        if torch.rand(1) < x.sum() * 1e6:
            x = x + 1
        if torch.rand(1).item() >= x[0, 0] * 1e6:
            x = x - torch.randperm(1)
        total = torch.zeros(())
        seen = torch.zeros(8)
        for i in range(int(x.abs().max()) * 0 + 8):
            seen[i] = torch.rand(1).squeeze()
            total = total + torch.randint(1, 2, (1,)).sum()
        return x, total, seen.unique().numel()


#> --class Uniform --input 'x:float32[N,1]'
#= 1
#! nnscan: error: the onnx library rejects the model: Attribute 'shape' is expected to have field 'ints'
#!
#! ==> Context: Bad node spec for node. Name: /RandomUniform_6 OpType: RandomUniform
#> --class Normal --input 'x:float32[N,1]'
#! draws.py:32:16: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randn`, which each run of the model draws anew
#!             a, b = torch.randn(n, COUNT), torch.randn(COUNT, dtype=torch.float64)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:32:39: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randn`, which each run of the model draws anew
#!             a, b = torch.randn(n, COUNT), torch.randn(COUNT, dtype=torch.float64)
#!                                           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:33:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.normal_`, which each run of the model draws anew
#!             c = torch.empty(COUNT).normal_(-2, 3)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:34:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randn_like`, which each run of the model draws anew
#!             d = torch.randn_like(x.expand(n, COUNT))
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:35:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randn`, which each run of the model draws anew
#!             e = torch.randn(COUNT, dtype=torch.float16)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:36:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.normal`, which each run of the model draws anew
#!             f = torch.normal(x.expand(n, COUNT) * 0 + 4, 2.0)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:37:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.normal`, which each run of the model draws anew
#!             g = torch.normal(3.0, 1.0, (n, COUNT))
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:38:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.normal`, which each run of the model draws anew
#!             h = torch.normal(0.0, torch.full((COUNT,), 2.0))
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:39:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.log_normal_`, which each run of the model draws anew
#!             i = torch.empty(COUNT).log_normal_(0, 0.25)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Integers --input 'x:float32[N,1]'
#! draws.py:47:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randint`, which each run of the model draws anew
#!             a = torch.randint(3, 7, (n, COUNT))
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:48:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randint`, which each run of the model draws anew
#!             b = torch.randint(n + 1, (COUNT,))
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:49:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randint_like`, which each run of the model draws anew
#!             c = torch.randint_like(x.expand(n, COUNT), 2, 4)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:50:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.random_`, which each run of the model draws anew
#!             d = torch.empty(COUNT, dtype=torch.uint8).random_()
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:51:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.random_`, which each run of the model draws anew
#!             e = torch.zeros(COUNT).random_(5)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:52:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.random_`, which each run of the model draws anew
#!             f = torch.zeros(COUNT, dtype=torch.int32).random_(-3, 3)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:53:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randint`, which each run of the model draws anew
#!             g = torch.randint(0, 2, (COUNT,), dtype=torch.bool)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Permutation --input 'x:float32[N,3]'
#! draws.py:60:17: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randperm`, which each run of the model draws anew
#!             order = torch.randperm(x.size(0))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:61:63: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randperm`, which each run of the model draws anew
#!             return (order.sort().values, x[order].sort(0).values, torch.randperm(1000).sort().values,
#!                                                                   ^~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:62:18: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randperm`, which each run of the model draws anew
#!                     (torch.randperm(1000) == torch.arange(1000)).all(), torch.randperm(0), torch.randperm(3, dtype=torch.int
#!                      ^~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:62:69: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randperm`, which each run of the model draws anew
#!                     (torch.randperm(1000) == torch.arange(1000)).all(), torch.randperm(0), torch.randperm(3, dtype=torch.int
#!                                                                         ^~~~~~~~~~~~~~~~~
#!
#! draws.py:62:88: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randperm`, which each run of the model draws anew
#!              (torch.randperm(1000) == torch.arange(1000)).all(), torch.randperm(0), torch.randperm(3, dtype=torch.int32) * 0
#!                                                                                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Chances --input 'x:float32[N,1]'
#! draws.py:67:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.bernoulli`, which each run of the model draws anew
#!             a = torch.bernoulli(torch.full((x.size(0), COUNT), 0.3))
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:68:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.bernoulli_`, which each run of the model draws anew
#!             b = torch.empty(COUNT).bernoulli_(0.9)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:69:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.bernoulli_`, which each run of the model draws anew
#!             c = torch.empty(COUNT).bernoulli_(torch.full((COUNT,), 0.5))
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:70:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.bernoulli`, which each run of the model draws anew
#!             d = torch.bernoulli(torch.zeros(5)), torch.bernoulli(torch.ones(5))
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:70:46: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.bernoulli`, which each run of the model draws anew
#!             d = torch.bernoulli(torch.zeros(5)), torch.bernoulli(torch.ones(5))
#!                                                  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:71:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.exponential_`, which each run of the model draws anew
#!             e = torch.empty(COUNT).exponential_(2.0)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:72:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.geometric_`, which each run of the model draws anew
#!             f = torch.empty(COUNT).geometric_(0.5)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:73:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.cauchy_`, which each run of the model draws anew
#!             g = torch.empty(COUNT).cauchy_(1.0, 2.0)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:74:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.bernoulli`, which each run of the model draws anew
#!             h = torch.bernoulli(torch.zeros(COUNT), 0.5)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Multinomial --input 'x:float32[N,3]'
#! draws.py:82:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.multinomial`, which each run of the model draws anew
#!             a = torch.multinomial(weights, COUNT, True)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:83:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.multinomial`, which each run of the model draws anew
#!             b = torch.multinomial(weights, 2).sort().values
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:84:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.multinomial`, which each run of the model draws anew
#!             c = torch.multinomial(x.abs() + 0.1, x.size(1)).sort().values
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:85:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.multinomial`, which each run of the model draws anew
#!             d = torch.multinomial(torch.stack([weights, weights.flip(0)]), COUNT, replacement=True)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:86:17: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.multinomial`, which each run of the model draws anew
#!             first = torch.multinomial(weights.expand(COUNT, 4), 1)
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Dropped --input 'x:float32[N,3]'
#! draws.py:93:16: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.nn.functional.dropout`, which each run of the model draws anew
#!             a, b = F.dropout(ones, 0.25), F.dropout2d(ones[None].transpose(1, 3), 0.5)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:93:39: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.nn.functional.dropout2d`, which each run of the model draws anew
#!             a, b = F.dropout(ones, 0.25), F.dropout2d(ones[None].transpose(1, 3), 0.5)
#!                                           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:94:29: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randn`, which each run of the model draws anew
#!             c = F.alpha_dropout(torch.randn(COUNT), 0.2, training=True)
#!                                 ^~~~~~~~~~~~~~~~~~
#!
#! draws.py:94:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.nn.functional.alpha_dropout`, which each run of the model draws anew
#!             c = F.alpha_dropout(torch.randn(COUNT), 0.2, training=True)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:95:37: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randn`, which each run of the model draws anew
#!             d = F.feature_alpha_dropout(torch.randn(1, COUNT, 1), 0.2, training=True)
#!                                         ^~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:95:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.nn.functional.feature_alpha_dropout`, which each run of the model draws anew
#!             d = F.feature_alpha_dropout(torch.randn(1, COUNT, 1), 0.2, training=True)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:96:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.nn.functional.rrelu`, which each run of the model draws anew
#!             e = F.rrelu(-torch.ones(COUNT), 0.1, 0.9, training=True)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Gumbel --input 'x:float32[N,3]'
#! draws.py:103:22: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.nn.functional.gumbel_softmax`, which each run of the model draws anew
#!             soft, hard = F.gumbel_softmax(logits, tau=0.5), F.gumbel_softmax(logits, hard=True)
#!                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:103:57: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.nn.functional.gumbel_softmax`, which each run of the model draws anew
#!             soft, hard = F.gumbel_softmax(logits, tau=0.5), F.gumbel_softmax(logits, hard=True)
#!                                                             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! draws.py:104:16: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.nn.functional.gumbel_softmax`, which each run of the model draws anew
#!             axis = F.gumbel_softmax(x, dim=0).sum(0)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Branched --input 'x:float32[N,3]'
#! draws.py:110:12: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.rand`, which each run of the model draws anew
#!             if torch.rand(1) < x.sum() * 1e6:
#!                ^~~~~~~~~~~~~
#!
#! draws.py:112:12: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.rand`, which each run of the model draws anew
#!             if torch.rand(1).item() >= x[0, 0] * 1e6:
#!                ^~~~~~~~~~~~~
#!
#! draws.py:113:21: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randperm`, which each run of the model draws anew
#!                 x = x - torch.randperm(1)
#!                         ^~~~~~~~~~~~~~~~~
#!
#! draws.py:117:23: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.rand`, which each run of the model draws anew
#!                 seen[i] = torch.rand(1).squeeze()
#!                           ^~~~~~~~~~~~~
#!
#! draws.py:118:29: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randint`, which each run of the model draws anew
#!                 total = total + torch.randint(1, 2, (1,)).sum()
#!                                 ^~~~~~~~~~~~~~~~~~~~~~~~~
#!
