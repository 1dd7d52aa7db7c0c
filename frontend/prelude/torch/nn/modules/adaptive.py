"""AdaptiveLogSoftmaxWithLoss: its result depends on a sort of the targets; refused."""
import _native
from .module import Module

__module__ = 'torch.nn.modules.adaptive'


class AdaptiveLogSoftmaxWithLoss(Module):

    def __init__(self, in_features, n_classes, cutoffs, div_value=4.0, head_bias=False,
                 device=None, dtype=None):
        super().__init__()
        _native.refuse('`AdaptiveLogSoftmaxWithLoss` has no lowering')
