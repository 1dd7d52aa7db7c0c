"""Symbolic functions belong to torch's own exporter; their decorators do nothing here."""

__module__ = 'torch.onnx.symbolic_helper'


def parse_args(*arg_descriptors):
    return lambda fn: fn


def quantized_args(*arg_q_descriptors, scale=None, zero_point=None):
    return lambda fn: fn
