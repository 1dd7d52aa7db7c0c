import torch
from torch import nn


class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(5, 4)
        self.head = nn.Linear(4, 5, bias=False)
        self.head.weight = self.embed.weight

    def forward(self, x):
        return self.head(self.embed(x) * 2)


class Square(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(4, 4), nn.Linear(4, 4)

    def forward(self, x):
        return self.b(self.a(x))


#> --class Tied --input 'x:int64[N,3]' --weights $CKPT

#> --class Tied --input 'x:int64[N,3]' --weights $CKPT
#~ save Safetensors(sd)

#> --class Square --input 'x:float32[N,4]' --weights $CKPT
#~ weights {k: v.t() if v.dim() == 2 else v for k, v in sd.items()}

#> --class Square --input 'x:float32[N,4]' --weights $CKPT
#~ weights {k: v.t() if v.dim() == 2 else v for k, v in sd.items()}
#~ save Legacy(sd)

#> --class Square --input 'x:float32[N,4]' --weights $CKPT
#~ weights (lambda big: {k: big[:4, ::2] if v.dim() == 2 else big[1, 3:7] for k, v in sd.items()})(torch.randn(8, 8))

#> --class Square --input 'x:float32[N,4]' --weights $CKPT
#~ weights {k: torch.randn(1).expand(v.shape) for k, v in sd.items()}

#> --class Square --input 'x:float32[N,4]' --weights $CKPT
#~ weights (lambda big: {k: big[:4, ::2] if v.dim() == 2 else big[1, 3:7] for k, v in sd.items()})(torch.randn(8, 8))
#~ save Legacy(sd)
