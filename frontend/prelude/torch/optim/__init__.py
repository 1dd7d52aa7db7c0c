"""torch.optim: optimizers have no place in an exported model; their construction is harmless."""

__module__ = 'torch.optim'


class Optimizer:

    def __init__(self, params=(), defaults=None, **options):
        self.param_groups = []
        self.defaults = defaults or {}


class SGD(Optimizer):
    pass


class Adam(Optimizer):
    pass


class AdamW(Optimizer):
    pass


class RMSprop(Optimizer):
    pass


class Adagrad(Optimizer):
    pass


from . import lr_scheduler
