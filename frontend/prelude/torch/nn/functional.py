"""torch.nn.functional: all that the files of _functional define, loaded when it is first used."""
from .._pointwise import sigmoid, tanh
from .._softmax import log_softmax_function as log_softmax, softmax_function as softmax
from ._functional.linear import *
from ._functional.conv import *
from ._functional.activation import *
from ._functional.norm import *
from ._functional.dropout import *
from ._functional.pool import *
from ._functional.unpool import *
from ._functional.adaptive_pool import *
from ._functional.pad import *
from ._functional.resize import *
from ._functional.shuffle import *
from ._functional.embedding import *
from ._functional.attention import *
from ._functional.distance import *
from ._functional.loss import *
