import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.register_buffer('i64', torch.tensor([1, -2, 3]))
        self.register_buffer('i32', torch.tensor([1, -2, 3], dtype=torch.int32))
        self.register_buffer('u8', torch.tensor([1, 2, 255], dtype=torch.uint8))
        self.register_buffer('flags', torch.tensor([True, False, True]))
        self.register_buffer('scalar', torch.tensor(2.5))
        self.register_buffer('empty', torch.zeros(0, 3))

    def forward(self, x):
        y = self.fc(x) * self.scalar + self.i64 + self.i32 + self.u8
        return torch.cat([torch.where(self.flags, y, -y), self.empty])


#> --class Net --input 'x:float32[N,4]' --weights $CKPT

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ save Safetensors(sd)

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ weights {k: v.half() if v.is_floating_point() else v for k, v in sd.items()}

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ weights {k: v.bfloat16() if v.is_floating_point() else v for k, v in sd.items()}

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ weights {k: v.double() if v.is_floating_point() else v for k, v in sd.items()}

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ weights {k: v.bfloat16() if v.is_floating_point() else v for k, v in sd.items()}
#~ save Safetensors(sd)

#> --class Net --input 'x:float32[N,4]' --weights $CKPT
#~ weights {k: v.half() if v.is_floating_point() else v for k, v in sd.items()}
#~ save Legacy(sd)
