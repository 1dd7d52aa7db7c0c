"""torch.special: other names of functions of torch."""
from .._arithmetic import xlogy
from .._pointwise import (
    erf, erfc, erfinv, exp2, expm1, log1p, logit, round, sigmoid as expit, sinc)
from .._reduce import logsumexp
from .._softmax import log_softmax, softmax
