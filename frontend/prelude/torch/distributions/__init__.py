"""torch.distributions: parameters and log-probabilities; sampling is refused in forward."""
from .normal import Normal
from .refused import Bernoulli, Categorical, Distribution, Gumbel, Uniform
