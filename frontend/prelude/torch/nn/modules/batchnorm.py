"""Batch normalisation layers."""
import _native
from ..._errors import shape_error
from .module import Module
from .. import functional as F
from .. import init
from ..parameter import Parameter, UninitializedParameter
from ..._create import empty, ones, tensor, zeros
from ..._support import rank_of

__module__ = 'torch.nn.modules.batchnorm'


class _NormBase(Module):

    _version = 2

    def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=True,
                 track_running_stats=True, device=None, dtype=None):
        super().__init__()
        self.num_features = num_features
        self.eps = eps
        self.momentum = momentum
        self.affine = affine
        self.track_running_stats = track_running_stats
        if affine:
            self.weight = Parameter(empty(num_features, dtype=dtype))
            self.bias = Parameter(empty(num_features, dtype=dtype))
        else:
            self.register_parameter('weight', None)
            self.register_parameter('bias', None)
        if track_running_stats:
            self.register_buffer('running_mean', zeros(num_features, dtype=dtype))
            self.register_buffer('running_var', ones(num_features, dtype=dtype))
            self.register_buffer('num_batches_tracked', tensor(0, dtype=_native.dtypes.int64))
        else:
            self.register_buffer('running_mean', None)
            self.register_buffer('running_var', None)
            self.register_buffer('num_batches_tracked', None)
        self.reset_parameters()

    def reset_running_stats(self):
        if self.track_running_stats:
            self.running_mean.zero_()
            self.running_var.fill_(1)
            self.num_batches_tracked.zero_()

    def reset_parameters(self):
        self.reset_running_stats()
        if self.affine:
            init.ones_(self.weight)
            init.zeros_(self.bias)

    def _check_input_dim(self, input):
        raise NotImplementedError

    def extra_repr(self):
        return (f'{self.num_features}, eps={self.eps}, momentum={self.momentum}, '
                f'affine={self.affine}, track_running_stats={self.track_running_stats}')


class _BatchNorm(_NormBase):

    def forward(self, input):
        self._check_input_dim(input)
        tracked = self.running_mean is not None and self.running_var is not None
        by_batch = self.training or not tracked
        momentum = 0.0 if self.momentum is None else self.momentum
        if self.training and self.track_running_stats and self.num_batches_tracked is not None:
            self.num_batches_tracked.add_(1)
            if self.momentum is None:
                momentum = None
        learning = not self.training or self.track_running_stats
        return F.batch_norm(input, self.running_mean if learning else None,
                            self.running_var if learning else None, self.weight, self.bias,
                            by_batch, momentum, self.eps)


def _want(input, ranks, text):
    ndim = rank_of(input, ranks[-1])
    if ndim not in ranks:
        raise shape_error(f'expected {text} input (got {ndim}D input)', ValueError)


class BatchNorm1d(_BatchNorm):

    def _check_input_dim(self, input):
        _want(input, (2, 3), '2D or 3D')


class BatchNorm2d(_BatchNorm):

    def _check_input_dim(self, input):
        _want(input, (4,), '4D')


class BatchNorm3d(_BatchNorm):

    def _check_input_dim(self, input):
        _want(input, (5,), '5D')


class SyncBatchNorm(_BatchNorm):

    def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=True,
                 track_running_stats=True, process_group=None, device=None, dtype=None):
        super().__init__(num_features, eps, momentum, affine, track_running_stats, device, dtype)
        self.process_group = process_group

    def _check_input_dim(self, input):
        if input.ndim < 2:
            raise shape_error(f'expected at least 2D input (got {input.ndim}D input)', ValueError)

    @classmethod
    def convert_sync_batchnorm(cls, module, process_group=None):
        """The same module with each batch norm in it made synchronous."""
        if isinstance(module, _BatchNorm):
            made = cls(module.num_features, module.eps, module.momentum, module.affine,
                       module.track_running_stats, process_group)
            if module.affine:
                made.weight = module.weight
                made.bias = module.bias
            for name in ('running_mean', 'running_var', 'num_batches_tracked'):
                made._buffers[name] = module._buffers[name]
            made.training = module.training
            return made
        for name, child in list(module.named_children()):
            module.add_module(name, cls.convert_sync_batchnorm(child, process_group))
        return module


class _LazyNormBase(_NormBase):

    def __init__(self, *args, **kwargs):
        Module.__init__(self)
        self.weight = UninitializedParameter()


class LazyBatchNorm1d(_LazyNormBase):
    pass


class LazyBatchNorm2d(_LazyNormBase):
    pass


class LazyBatchNorm3d(_LazyNormBase):
    pass
