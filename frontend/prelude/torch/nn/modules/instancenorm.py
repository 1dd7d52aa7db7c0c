"""Instance normalisation layers."""
from ..._errors import shape_error
from .batchnorm import _LazyNormBase, _NormBase
from .. import functional as F
from ..._support import rank_of

__module__ = 'torch.nn.modules.instancenorm'


class _InstanceNorm(_NormBase):

    def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=False,
                 track_running_stats=False, device=None, dtype=None):
        super().__init__(num_features, eps, momentum, affine, track_running_stats, device, dtype)

    def _rank_without_batch(self):
        raise NotImplementedError

    def forward(self, input):
        self._check_input_dim(input)
        if input.ndim == self._rank_without_batch():
            return self._apply_instance_norm(input.unsqueeze(0)).squeeze(0)
        return self._apply_instance_norm(input)

    def _apply_instance_norm(self, input):
        return F.instance_norm(input, self.running_mean, self.running_var, self.weight, self.bias,
                               self.training or not self.track_running_stats, self.momentum,
                               self.eps)

    def _check_input_dim(self, input):
        n = self._rank_without_batch()
        ndim = rank_of(input, n + 1)
        if ndim not in (n, n + 1):
            raise shape_error(f'expected {n}D or {n + 1}D input (got {ndim}D input)', ValueError)


class InstanceNorm1d(_InstanceNorm):

    def _rank_without_batch(self):
        return 2


class InstanceNorm2d(_InstanceNorm):

    def _rank_without_batch(self):
        return 3


class InstanceNorm3d(_InstanceNorm):

    def _rank_without_batch(self):
        return 4


class LazyInstanceNorm1d(_LazyNormBase):
    pass


class LazyInstanceNorm2d(_LazyNormBase):
    pass


class LazyInstanceNorm3d(_LazyNormBase):
    pass
