"""Checkpointing trades memory for time in training: the function is simply called."""

__module__ = 'torch.utils.checkpoint'


def checkpoint(function, *args, use_reentrant=True, preserve_rng_state=True, context_fn=None,
               determinism_check='default', debug=False, **kwargs):
    return function(*args, **kwargs)


def checkpoint_sequential(functions, segments, input, use_reentrant=True, **kwargs):
    for function in functions.children() if hasattr(functions, 'children') else functions:
        input = function(input)
    return input


class CheckpointFunction:
    """Only a name for isinstance."""


def noop_context_fn():
    return None, None
