
__module__ = 'torch.optim.lr_scheduler'


class LRScheduler:

    def __init__(self, optimizer=None, *args, **kwargs):
        self.optimizer = optimizer


_LRScheduler = LRScheduler


class StepLR(LRScheduler):
    pass


class LambdaLR(LRScheduler):
    pass


class CosineAnnealingLR(LRScheduler):
    pass


class OneCycleLR(LRScheduler):
    pass


class ReduceLROnPlateau(LRScheduler):
    pass
