import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Linear(4, 3), nn.Linear(3, 2)

    def forward(self, x):
        return self.second(self.first(x))


#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save {k: v for k, v in sd.items() if 'bias' not in k}
#= 1
#! nnscan: error[NN701]: $TMP/weights.pt: checkpoint does not fit the module: 2 missing keys: `first.bias`, `second.bias`
#!   hint: construct the module with the arguments it had when the checkpoint was saved: `--class 'Net(...)'`

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save {**sd, 'third.weight': torch.zeros(2), 'third.bias': torch.zeros(2)}
#= 1
#! nnscan: error[NN701]: $TMP/weights.pt: checkpoint does not fit the module: 2 unexpected keys: `third.weight`, `third.bias`
#!   hint: construct the module with the arguments it had when the checkpoint was saved: `--class 'Net(...)'`

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save {'first.weight': torch.zeros(3, 5), 'first.bias': torch.zeros(3), 'extra': torch.zeros(1)}
#= 1
#! nnscan: error[NN701]: $TMP/weights.pt: checkpoint does not fit the module: 2 missing keys: `second.weight`, `second.bias`; 1 unexpected key: `extra`; 1 wrongly shaped key: `first.weight` is [3,5] in the checkpoint and [3,4] in the module
#!   hint: construct the module with the arguments it had when the checkpoint was saved: `--class 'Net(...)'`

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save nn.Linear(4, 3)
#= 1
#! nnscan: error[NN703]: $TMP/weights.pt: checkpoint holds a whole pickled module, `torch.nn.modules.linear.Linear`, instead of its state_dict
#!   hint: where the file can be trusted, load it in Python and save the weights alone: `torch.save(model.state_dict(), path)`

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save {'state_dict': 3}
#= 2
#! nnscan: error[NN702]: $TMP/weights.pt: checkpoint holds no state_dict but a dict without tensors, with the keys `state_dict`
#!   hint: save one: `torch.save(model.state_dict(), path)`
