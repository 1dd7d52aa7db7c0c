import torch
from torch import nn


class Frames(nn.Module):
    def forward(self, x):
        out, sums = [], []
        while len(out) < x.size(0) - 1 or not out:
            row = x[len(out)]
            out += [row * 2]
            sums += [row.sum()]
        return torch.stack(out), torch.stack(sums)


class Decoder(nn.Module):
    """Stops where the data says so, or at the limit."""
    def __init__(self):
        super().__init__()
        self.cell, self.gate = nn.LSTMCell(3, 4), nn.Linear(4, 1)
        self.frame = nn.Linear(4, 3)
        self.limit = 6

    def forward(self, x):
        h = c = x.new_zeros(1, 4)
        frames, gates = [], []
        frame = x
        while True:
            h, c = self.cell(frame, (h, c))
            frame = self.frame(h)
            gate = self.gate(h)
            frames += [frame.squeeze(0)]
            gates += [gate]
            if torch.sigmoid(gate) + x.sum() > 1:
                break
            elif len(frames) == self.limit:
                break
        return torch.stack(frames), torch.cat(gates), len(frames)


#> --class Frames --input 'x:float32[N,3]'
#~ untaken 1 there is one row at least
#~ call x=torch.sin(ramp(1, 3) * 40)
#~ call x=torch.sin(ramp(3, 3) * 40)
#~ call x=torch.sin(ramp(6, 3) * 40)

#> --class Decoder --input 'x:float32[1,3]'
#~ untaken 1 it runs once at least
#~ call x=ramp(1, 3) * -40
#~ call x=ramp(1, 3) * 40
#~ call x=ramp(1, 3) * 0 + 0.15
