import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.norm = nn.BatchNorm1d(3)
        self.register_buffer('steps', torch.zeros(2, dtype=torch.int64))
        self.register_buffer('mask', torch.ones(3, dtype=torch.bool))
        self.register_buffer('unsaved', torch.arange(3.), persistent=False)

    def forward(self, x):
        y = self.norm(self.fc(x)).masked_fill(self.mask, 0.5)
        return y + self.unsaved + self.steps.sum()


#~ weights {**sd, 'steps': torch.tensor([3, 4]), 'mask': torch.tensor([True, False, False])}

#> --class Net --input 'x:float32[N,4]' --weights $CKPT

#> --class Net --input 'x:float32[N,4]' --weights $CKPT --external-data

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save dict(sd)

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save {'state_dict': sd, 'epoch': 3, 'best': 0.5, 'name': 'net', 'tags': ['a', None, (1, True)]}

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save {'model': sd, 'optimizer': {'state': {0: {'step': torch.tensor(1.)}}, 'param_groups': []}}

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save {'model_state_dict': sd}

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save {'module.' + k: v for k, v in sd.items()}

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save {'state_dict': {'module.' + k: v for k, v in sd.items()}}

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save Legacy(sd)

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save Legacy({'state_dict': sd})

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save Safetensors(sd)

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save {k: nn.Parameter(v) if v.is_floating_point() else v for k, v in sd.items()}
