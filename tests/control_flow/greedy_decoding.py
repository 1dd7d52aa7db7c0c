import torch
from torch import nn


class Greedy(nn.Module):
    """A decoder: grows until a token or a length."""
    def __init__(self):
        super().__init__()
        self.emb = nn.Embedding(7, 5)
        self.out = nn.Linear(5, 7)

    def forward(self, ids, limit: int):
        while ids.size(1) < limit:
            h = self.emb(ids).mean(dim=1)
            nxt = self.out(h).argmax(dim=-1, keepdim=True)
            ids = torch.cat([ids, nxt], dim=1)
            if bool((nxt == 3).all()):
                break
        return ids


#> --class Greedy --input 'ids:int64[1,T]' --input 'limit:int64[]'
#~ untaken 9 not all of it can be reached
#~ call ids=tensor([[1, 2]]), limit=1
#~ call ids=tensor([[1, 2]]), limit=3
#~ call ids=tensor([[1]]), limit=9
