import random
import numpy as np

class DropPath:
    training = False

    def __init__(self, p):
        self.p = p
        random.seed(0)
        np.random.seed(0)

    def __call__(self, x):
        if self.training and random.random() < self.p:
            return 0
        if self.training and np.random.rand() < self.p:
            return 1
        return x

print(DropPath(0.5)(3))
