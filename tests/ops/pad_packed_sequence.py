from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


class Spellings(nn.Module):
    def __init__(self, batch_first=False, **options):
        super().__init__()
        self.batch_first, self.options = batch_first, options
        self.layer = nn.GRU(3, 4, batch_first=batch_first)

    def forward(self, x, lengths):
        first = self.batch_first
        packed = pack_padded_sequence(x, lengths, batch_first=first, enforce_sorted=False)
        output, _ = self.layer(packed)
        return pad_packed_sequence(output, batch_first=first, **self.options)


#> --class Spellings --input 'x:float32[5,3,3]' --input 'lengths:int64[3]'
#~ with lengths=[3, 4, 1]
#> --class 'Spellings(True, padding_value=-1.0)' --input 'x:float32[3,5,3]' \
#>     --input 'lengths:int64[3]'
#~ with lengths=[3, 4, 1]
#> --class 'Spellings(True, total_length=6)' --input 'x:float32[3,5,3]' --input 'lengths:int64[3]'
#~ with lengths=[3, 4, 1]
