"""torch.distributions: parameters, log-probabilities and samples."""
from .bernoulli import Bernoulli
from .categorical import Categorical
from .distribution import Distribution
from .gumbel import Gumbel
from .normal import Normal
from .uniform import Uniform
