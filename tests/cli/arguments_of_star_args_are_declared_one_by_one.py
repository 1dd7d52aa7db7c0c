from torch import nn


class Net(nn.Module):
    def features(self, x, scale=1):
        return x * scale

    def forward(self, *args, **kwargs):
        return self.features(*args, **kwargs)


#> --class Net --input 'args.0:float32[N,3]' --emit onnx
#> --class Net --input 'args:float32[N,3]' --emit onnx
#= 2
#! arguments_of_star_args_are_declared_one_by_one.py:8:9: error[NN107]: `*args` is not a single input
#!         def forward(self, *args, **kwargs):
#!             ^~~~~~~
#!   hint: declare what is in `*args`, one by one: `args.0`
#> --class Net --emit onnx
#= 1
#! arguments_of_star_args_are_declared_one_by_one.py:9:16: error[NN202]: `forward` raises `TypeError: Net.features() missing 1 required positional argument: 'x'`
#!             return self.features(*args, **kwargs)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: `forward` takes `*args`, which is empty as nothing declares what it holds: --input 'args.0:float32[N,3,224,224]'
#> --class Net --input 'args.0:float32[N,3]' --set kwargs=2 --emit onnx
#= 2
#! arguments_of_star_args_are_declared_one_by_one.py:8:9: error[NN107]: `**kwargs` is not a single input
#!         def forward(self, *args, **kwargs):
#!             ^~~~~~~
#!   hint: declare what is in `**kwargs`, by name: `kwargs.mask`
