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

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save {**sd, 'third.weight': torch.zeros(2), 'third.bias': torch.zeros(2)}

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save {'first.weight': torch.zeros(3, 5), 'first.bias': torch.zeros(3), 'extra': torch.zeros(1)}

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save nn.Linear(4, 3)

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save {'state_dict': 3}
