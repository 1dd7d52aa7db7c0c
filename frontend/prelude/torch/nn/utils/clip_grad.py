"""Clipping concerns gradients, which an exported graph does not have."""
import _native

__module__ = 'torch.nn.utils'


def clip_grad_norm_(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False):
    return _native.refuse('an exported graph has no gradients')


def clip_grad_value_(parameters, clip_value):
    return _native.refuse('an exported graph has no gradients')


clip_grad_norm = clip_grad_norm_
