"""`tolist()` of as many numbers as the run gives; lists of a loop turned round."""
import torch
from torch import nn


class Segments(nn.Module):
    """Lengths say how the rows go together."""

    def forward(self, x, lengths):
        sums, begin = [], 0
        for length in lengths.tolist():
            sums.append(x[begin:begin + length].sum(0))
            begin += length
        return torch.stack(sums)


class Numbers(nn.Module):
    def forward(self, x, lengths):
        numbers = lengths.tolist()
        total = 0
        for i, n in enumerate(numbers):
            if n > 1:
                total += n * i
        return x + total, len(numbers), numbers[0], torch.tensor(numbers), [n * 2 for n in numbers][-1]


class Backwards(nn.Module):
    def forward(self, x, lengths):
        rows = []
        for row in x:
            rows.append(row * 2)
        rows.reverse()
        return torch.stack(rows), rows[0], torch.stack(rows[::-1])


class Sorted(nn.Module):
    def forward(self, x, lengths):
        return x + sorted(lengths.tolist())[0]


#~ untaken 2 without lengths there is nothing to stack, and no number
#~ with lengths=integers(0, 4)
#> --class Segments --input 'x:float32[T,3]' --input 'lengths:int64[B]'
#! list_of_the_numbers_of_a_tensor.py:14:16: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(sums)
#!                    ^~~~~~~~~~~~~~~~~
#!
#> --class Numbers --input 'x:float32[T,3]' --input 'lengths:int32[B]'
#> --class Backwards --input 'x:float32[T,3]' --input 'lengths:int64[B]'
#! list_of_the_numbers_of_a_tensor.py:33:16: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(rows), rows[0], torch.stack(rows[::-1])
#!                    ^~~~~~~~~~~~~~~~~
#!
#! list_of_the_numbers_of_a_tensor.py:33:44: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(rows), rows[0], torch.stack(rows[::-1])
#!                                                ^~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Sorted --input 'x:float32[T,3]' --input 'lengths:int64[B]'
#= 1
#! list_of_the_numbers_of_a_tensor.py:38:20: error[NN205]: how many numbers these are is known only when the model runs
#!             return x + sorted(lengths.tolist())[0]
#!                        ^~~~~~~~~~~~~~~~~~~~~~~~
#!   note: list_of_the_numbers_of_a_tensor.py:38:27: it comes from here
#!             return x + sorted(lengths.tolist())[0]
#!                               ^~~~~~~~~~~~~~~~
