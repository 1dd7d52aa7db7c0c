import os
import pathlib

from torch import nn


class Net(nn.Module):
    """Looks beside itself, then where the program happens to run."""

    def __init__(self, name):
        super().__init__()
        self.scale = 2 if os.path.exists(name) or pathlib.Path(name).is_file() else 3

    def forward(self, x):
        return x * self.scale


#> --class 'Net("../../no-such-folder/scale.yaml")' --input 'x:float32[N]'
#! files_outside_of_the_sources_are_held_to_be_absent.py:12:27: warning[NN505]: the graph is exact under the assumption that there is no `../../no-such-folder/scale.yaml` in the folder in which the model is built
#!             self.scale = 2 if os.path.exists(name) or pathlib.Path(name).is_file() else 3
#!                               ^~~~~~~~~~~~~~~~~~~~
#!
#! files_outside_of_the_sources_are_held_to_be_absent.py:12:51: warning[NN505]: the graph is exact under the assumption that there is no `../../no-such-folder/scale.yaml` in the folder in which the model is built
#!             self.scale = 2 if os.path.exists(name) or pathlib.Path(name).is_file() else 3
#!                                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class 'Net("/no-such-folder/scale.yaml")' --input 'x:float32[N]'
#= 1
#! files_outside_of_the_sources_are_held_to_be_absent.py:12:27: error[NN201]: the source asks for `/no-such-folder/scale.yaml`, which is not below the folder of the source
#!             self.scale = 2 if os.path.exists(name) or pathlib.Path(name).is_file() else 3
#!                               ^~~~~~~~~~~~~~~~~~~~
#!   called from --class:1:1 in `module files_outside_of_the_sources_are_held_to_be_absent`
#!   hint: name the folder that holds it with -I
#! files_outside_of_the_sources_are_held_to_be_absent.py:12:51: error[NN201]: the source asks for `/no-such-folder/scale.yaml`, which is not below the folder of the source
#!             self.scale = 2 if os.path.exists(name) or pathlib.Path(name).is_file() else 3
#!                                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   called from --class:1:1 in `module files_outside_of_the_sources_are_held_to_be_absent`
#!   hint: name the folder that holds it with -I
