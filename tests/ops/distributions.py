"""Distributions beside the normal one: what is computed of them, and the moments of what they draw."""
import torch
from torch import nn
from torch.distributions import Bernoulli, Categorical, Gumbel, Uniform

COUNT = 100000


def moments(draw):
    draw = draw.double()
    return torch.stack([(draw.mean(0) * 10).round(), (draw.std(0) * 10).round()])


class Between(nn.Module):
    def forward(self, low, width, x):
        uniform = Uniform(low, low + width.exp())
        value = low + width.exp() * x
        return (uniform.mean, uniform.stddev, uniform.variance, uniform.entropy(), uniform.log_prob(value),
                uniform.cdf(value), uniform.icdf(x), uniform.high, uniform.rsample((4,)) * 0,
                moments(Uniform(-1.0, 2.0).sample((COUNT,))))


class Extreme(nn.Module):
    def forward(self, loc, scale, x):
        gumbel = Gumbel(loc, scale.exp())
        return (gumbel.mean, gumbel.stddev, gumbel.variance, gumbel.entropy(), gumbel.log_prob(x),
                gumbel.rsample() * 0, moments(Gumbel(0.0, 1.0).sample((COUNT, 2))))


class Coins(nn.Module):
    def forward(self, p, logits, x):
        heads = (x > 0).float()
        a, b = Bernoulli(p), Bernoulli(logits=logits)
        return ([(c.mean, c.variance, c.stddev, c.probs, c.logits, c.entropy(), c.log_prob(heads),
                  c.sample((2,)) * 0) for c in (a, b)],
                moments(Bernoulli(torch.tensor([0.3, 0.9])).sample((COUNT,))), Bernoulli(1.0).sample((3,)))


class Classes(nn.Module):
    def forward(self, logits, x):
        label = (x > 0).long()
        a, b = Categorical(logits.exp()), Categorical(logits=logits)
        drawn = Categorical(torch.tensor([[0.0, 1.0, 4.0], [2.0, 0.0, 0.0]])).sample((COUNT,))
        return ([(c.probs, c.logits, c.entropy(), c.log_prob(label), c.sample() * 0, c.sample((2, 5)) * 0)
                 for c in (a, b)], moments(drawn), b.log_prob(torch.tensor(1)))


class Neither(nn.Module):
    def forward(self, x):
        return Bernoulli().sample()


class Missing(nn.Module):
    def forward(self, x):
        return Gumbel(x, 1.0).cdf(x)


#> --class Between --input 'low:float32[N,3]' --input 'width:float32[N,3]' --input 'x:float32[N,3]'
#~ with x=uniform(0.02, 0.98)
#! distributions.py:16:19: warning[NN505]: the graph is exact under the assumption that `Uniform` is given a `low` below `high` alone
#!             uniform = Uniform(low, low + width.exp())
#!                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! distributions.py:18:84: warning[NN505]: the graph is exact under the assumption that `Uniform` is given values between its ends alone
#!             return (uniform.mean, uniform.stddev, uniform.variance, uniform.entropy(), uniform.log_prob(value),
#!                                                                                        ^~~~~~~~~~~~~~~~~~~~~~~
#!
#! distributions.py:19:17: warning[NN505]: the graph is exact under the assumption that `Uniform` is given values between its ends alone
#!                     uniform.cdf(value), uniform.icdf(x), uniform.high, uniform.rsample((4,)) * 0,
#!                     ^~~~~~~~~~~~~~~~~~
#!
#! distributions.py:19:68: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.distributions.uniform.Uniform.rsample`, which each run of the model draws anew
#!                     uniform.cdf(value), uniform.icdf(x), uniform.high, uniform.rsample((4,)) * 0,
#!                                                                        ^~~~~~~~~~~~~~~~~~~~~
#!
#! distributions.py:20:25: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.distributions.distribution.Distribution.sample`, which each run of the model draws anew
#!                     moments(Uniform(-1.0, 2.0).sample((COUNT,))))
#!                             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Extreme --input 'loc:float32[N,3]' --input 'scale:float32[N,3]' --input 'x:float32[N,3]'
#! distributions.py:25:18: warning[NN505]: the graph is exact under the assumption that `Gumbel` is given scales above 0 alone
#!             gumbel = Gumbel(loc, scale.exp())
#!                      ^~~~~~~~~~~~~~~~~~~~~~~~
#!
#! distributions.py:27:17: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.distributions.gumbel.Gumbel.rsample`, which each run of the model draws anew
#!                     gumbel.rsample() * 0, moments(Gumbel(0.0, 1.0).sample((COUNT, 2))))
#!                     ^~~~~~~~~~~~~~~~
#!
#! distributions.py:27:47: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.distributions.distribution.Distribution.sample`, which each run of the model draws anew
#!                     gumbel.rsample() * 0, moments(Gumbel(0.0, 1.0).sample((COUNT, 2))))
#!                                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Coins --input 'p:float32[N,3]' --input 'logits:float32[N,3]' --input 'x:float32[N,3]'
#~ with p=uniform(0.02, 0.98)
#! distributions.py:33:16: warning[NN505]: the graph is exact under the assumption that `Bernoulli` is given probabilities from 0 to 1 alone
#!             a, b = Bernoulli(p), Bernoulli(logits=logits)
#!                    ^~~~~~~~~~~~
#!
#! distributions.py:34:81: warning[NN505]: the graph is exact under the assumption that `Bernoulli` is given values 0 and 1 alone
#!             return ([(c.mean, c.variance, c.stddev, c.probs, c.logits, c.entropy(), c.log_prob(heads),
#!                                                                                     ^~~~~~~~~~~~~~~~~
#!
#! distributions.py:35:19: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.distributions.bernoulli.Bernoulli.sample`, which each run of the model draws anew
#!                       c.sample((2,)) * 0) for c in (a, b)],
#!                       ^~~~~~~~~~~~~~
#!
#! distributions.py:36:25: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.distributions.bernoulli.Bernoulli.sample`, which each run of the model draws anew
#!                     moments(Bernoulli(torch.tensor([0.3, 0.9])).sample((COUNT,))), Bernoulli(1.0).sample((3,)))
#!                             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! distributions.py:36:80: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.distributions.bernoulli.Bernoulli.sample`, which each run of the model draws anew
#!                     moments(Bernoulli(torch.tensor([0.3, 0.9])).sample((COUNT,))), Bernoulli(1.0).sample((3,)))
#!                                                                                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Classes --input 'logits:float32[N,3]' --input 'x:float32[N]'
#! distributions.py:42:16: warning[NN505]: the graph is exact under the assumption that `Categorical` is given weights that are not negative
#!             a, b = Categorical(logits.exp()), Categorical(logits=logits)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! distributions.py:43:17: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.distributions.categorical.Categorical.sample`, which each run of the model draws anew
#!             drawn = Categorical(torch.tensor([[0.0, 1.0, 4.0], [2.0, 0.0, 0.0]])).sample((COUNT,))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! distributions.py:44:51: warning[NN505]: the graph is exact under the assumption that `Categorical` is given numbers of its classes alone
#!             return ([(c.probs, c.logits, c.entropy(), c.log_prob(label), c.sample() * 0, c.sample((2, 5)) * 0)
#!                                                       ^~~~~~~~~~~~~~~~~
#!
#! distributions.py:44:70: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.distributions.categorical.Categorical.sample`, which each run of the model draws anew
#!             return ([(c.probs, c.logits, c.entropy(), c.log_prob(label), c.sample() * 0, c.sample((2, 5)) * 0)
#!                                                                          ^~~~~~~~~~
#!
#! distributions.py:44:86: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.distributions.categorical.Categorical.sample`, which each run of the model draws anew
#!             return ([(c.probs, c.logits, c.entropy(), c.log_prob(label), c.sample() * 0, c.sample((2, 5)) * 0)
#!                                                                                          ^~~~~~~~~~~~~~~~
#!
#> --class Neither --input 'x:float32[3]'
#= 1
#! distributions.py:50:16: error[NN202]: `forward` raises `ValueError: Either `probs` or `logits` must be specified, but not both.`
#!             return Bernoulli().sample()
#!                    ^~~~~~~~~~~
#> --class Missing --input 'x:float32[3]'
#= 1
#! distributions.py:55:16: error[NN302]: `torch.distributions.distribution.Distribution`: `torch.distributions.Gumbel.cdf` is not supported
#!             return Gumbel(x, 1.0).cdf(x)
#!                    ^~~~~~~~~~~~~~~~~~
