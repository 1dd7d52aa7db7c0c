from dataclasses import dataclass, field

import torch
from torch import nn

try:
    from huggingface_hub import PyTorchModelHubMixin
    from huggingface_hub.dataclasses import as_validated_field, strict, validated_field
except ImportError:  # a Python that does not have it takes the values as they are

    class PyTorchModelHubMixin:
        def __init_subclass__(cls, **kwargs):
            super().__init_subclass__()

    def strict(cls=None, *, accept_kwargs=False):
        return cls if cls is not None else lambda cls: cls

    def validated_field(validator, **kwargs):
        return field(**kwargs)

    def as_validated_field(validator):
        return lambda **kwargs: field(**kwargs)


def positive(value):
    if value <= 0:
        raise ValueError(f"{value} is not positive")


@as_validated_field
def even(value):
    if value % 2:
        raise ValueError(f"{value} is odd")


@strict
@dataclass
class Config:
    width: int = even(default=4)
    depth: int = validated_field(positive, default=2)
    bias: bool = True

    def validate_size(self):
        if self.width * self.depth > 100:
            raise ValueError("too large")


class Net(nn.Module, PyTorchModelHubMixin, library_name="nets", tags=["linear"]):
    def __init__(self, config):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(config.width, config.width, config.bias) for _ in range(config.depth))

    def forward(self, x):
        for layer in self.layers:
            x = torch.relu(layer(x))
        return x


#> --class 'Net(Config())' --input 'x:float32[N,4]'
#> --class 'Net(Config(width=6, bias=False))' --input 'x:float32[N,6]'
#> --class 'Net(Config(width=5))' --input 'x:float32[N,5]'
#= 1
#! --class:1:5: error[NN202]: building the model raises `StrictDataclassFieldValidationError: Validation error for field 'width':
#!     ValueError: 5 is odd`
#!     Net(Config(width=5))
#!         ^~~~~~~~~~~~~~~
#> --class 'Net(Config(depth=0))' --input 'x:float32[N,4]'
#= 1
#! --class:1:5: error[NN202]: building the model raises `StrictDataclassFieldValidationError: Validation error for field 'depth':
#!     ValueError: 0 is not positive`
#!     Net(Config(depth=0))
#!         ^~~~~~~~~~~~~~~
#> --class 'Net(Config(width=60))' --input 'x:float32[N,60]'
#= 1
#! --class:1:5: error[NN202]: building the model raises `StrictDataclassClassValidationError: Class validation error for validator 'validate_size':
#!     ValueError: too large`
#!     Net(Config(width=60))
#!         ^~~~~~~~~~~~~~~~
