from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


class Packed(nn.Module):
    def __init__(self, kind='LSTM', enforce_sorted=True, batch_first=False, **options):
        super().__init__()
        self.options = dict(batch_first=batch_first, enforce_sorted=enforce_sorted)
        self.batch_first = batch_first
        self.layer = getattr(nn, kind)(3, 4, batch_first=batch_first, **options)

    def forward(self, x, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, **self.options)
        output, state = self.layer(packed)
        y, sizes = pad_packed_sequence(output, self.batch_first)
        return y, sizes, state


class Data(nn.Module):
    def forward(self, x, lengths):
        packed = pack_padded_sequence(x, lengths.cpu(), batch_first=True)
        return packed.data, packed.batch_sizes


#> --class Packed --input 'x:float32[5,3,3]' --input 'lengths:int64[3]'
#~ with lengths=[5, 3, 1]
#> --class 'Packed("GRU", False, True, bidirectional=True)' --input 'x:float32[3,T,3]' \
#>     --input 'lengths:int64[3]'
#~ call x=torch.randn(3, 4, 3), lengths=[2, 4, 1]
#~ call x=torch.randn(3, 1, 3), lengths=[1, 1, 1]
#> --class 'Packed("RNN", num_layers=2)' --input 'x:float32[T,2,3]' --input 'lengths:int64[2]'
#~ call x=torch.randn(4, 2, 3), lengths=[4, 2]
#~ call x=torch.randn(1, 2, 3), lengths=[1, 1]
#> --class Data --input 'x:float32[3,5,2]' --input 'lengths:int64[3]'
#~ with lengths=[5, 3, 1]
