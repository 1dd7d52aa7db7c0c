from torch import nn
from torch.nn.utils.rnn import pad_sequence


class Spellings(nn.Module):
    def forward(self, x, y):
        return (pad_sequence([x, y]), nn.utils.rnn.pad_sequence([x, y], batch_first=True),
                pad_sequence([y, x, x], batch_first=True, padding_value=-1.0),
                pad_sequence(sequences=[x[:, 0]]))


#> --class Spellings --input 'x:float32[N,3]' --input 'y:float32[M,3]'
#> --class Spellings --input 'x:float32[4,3]' --input 'y:float32[2,3]'
#> --class Spellings --input 'x:int64[N,2]' --input 'y:int64[3,2]'
