"""torch.autograd: an exported graph has no gradients, so its modes do nothing."""
import _native

__module__ = 'torch.autograd'


class _Mode:
    """A context manager that is a decorator too."""

    def __init__(self, mode=True):
        self.mode = mode

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return False

    def __call__(self, function):
        return function


class set_grad_enabled(_Mode):
    pass


class inference_mode(_Mode):

    def __new__(cls, mode=True):
        if callable(mode):
            return mode
        made = object.__new__(cls)
        return made


class no_grad(_Mode):

    def __new__(cls, function=None):
        if callable(function):
            return function
        return object.__new__(cls)


class enable_grad(_Mode):

    def __new__(cls, function=None):
        if callable(function):
            return function
        return object.__new__(cls)


class detect_anomaly(_Mode):

    def __init__(self, check_nan=True):
        super().__init__()


class set_detect_anomaly(_Mode):

    def __init__(self, mode, check_nan=True):
        super().__init__()


def is_grad_enabled():
    return False


def is_inference_mode_enabled():
    return False


def grad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False,
         only_inputs=True, allow_unused=False):
    return _native.refuse('an exported graph has no gradients')


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False):
    return _native.refuse('an exported graph has no gradients')


class _Context:
    """What a Function's forward saves for a backward that is never run."""

    def save_for_backward(self, *tensors):
        self.saved_tensors = tensors

    def mark_dirty(self, *tensors):
        return None

    def mark_non_differentiable(self, *tensors):
        return None

    def set_materialize_grads(self, value):
        return None

    @property
    def needs_input_grad(self):
        return (False,) * 64


class Function(_Context):

    @staticmethod
    def forward(ctx, *args, **kwargs):
        raise NotImplementedError('You must implement the forward function for custom '
                                  'autograd.Function.')

    @staticmethod
    def backward(ctx, *grad_outputs):
        raise NotImplementedError('You must implement either the backward or vjp method for your '
                                  'custom autograd.Function.')

    @classmethod
    def apply(cls, *args, **kwargs):
        return cls.forward(_Context(), *args, **kwargs)


class Variable:
    """The deprecated wrapper: a tensor is its own variable."""

    def __new__(cls, data=None, requires_grad=False, volatile=False):
        return data


from . import function, functional, profiler
