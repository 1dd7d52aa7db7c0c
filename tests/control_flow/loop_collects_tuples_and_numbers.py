import torch
from torch import nn


class Tuples(nn.Module):
    def forward(self, x):
        out = []
        for i in range(x.shape[0]):
            out.append((x[i] * 2, x[i].sum(), i))
        rows, sums, places = zip(*out)
        return torch.stack(rows), torch.stack(sums), torch.tensor(places)


class Dicts(nn.Module):
    def forward(self, x):
        found = {"rows": [], "both": []}
        for i, row in enumerate(x):
            found["rows"].append(row)
            found["both"].append({"row": row * 2, "at": i, "kind": "row"})
        last = found["both"][-1]
        return torch.stack(found["rows"]), torch.stack([one["row"] for one in found["both"]]), last["at"], last["kind"] == "row"


class Numbers(nn.Module):
    def forward(self, x):
        out = []
        for row in x:
            out.append(int(row.sum() * 10))
        return torch.tensor(out), max(out), min(out), sum(out), any([n > 3 for n in out])


class Sizes(nn.Module):
    def forward(self, x):
        """The sizes of all images of a batch, and the largest of each."""
        shapes = [list(image.shape) for image in x]
        most = shapes[0]
        for shape in shapes[1:]:
            for i, size in enumerate(shape):
                most[i] = max(most[i], size)
        batch = [len(shapes)] + most
        padded, mask = torch.zeros(batch), torch.ones(batch[0], batch[2], dtype=torch.bool)
        for image, pad, m in zip(x, padded, mask):
            pad[: image.shape[0], : image.shape[1]].copy_(image)
            m[: image.shape[1]] = False
        return padded, mask


class Repeated(nn.Module):
    def forward(self, x):
        return torch.tensor([x.shape[1]] * x.shape[0]), torch.stack([x[0]] * x.shape[0])


#> --class Tuples --input 'x:float32[N,4]'
#~ untaken 1 no rows make an empty list, which PyTorch does not stack
#! loop_collects_tuples_and_numbers.py:11:16: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(rows), torch.stack(sums), torch.tensor(places)
#!                    ^~~~~~~~~~~~~~~~~
#!
#! loop_collects_tuples_and_numbers.py:11:35: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(rows), torch.stack(sums), torch.tensor(places)
#!                                       ^~~~~~~~~~~~~~~~~
#!

#> --class Dicts --input 'x:float32[N,4]'
#~ untaken 2 no rows make an empty list, which PyTorch does not stack
#! loop_collects_tuples_and_numbers.py:21:16: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(found["rows"]), torch.stack([one["row"] for one in found["both"]]), last["at"], last["kind"]
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! loop_collects_tuples_and_numbers.py:21:44: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(found["rows"]), torch.stack([one["row"] for one in found["both"]]), last["at"], last["kind"]
#!                                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!

#> --class Numbers --input 'x:float32[N,4]'
#~ untaken 9 no rows have no largest number
#! loop_collects_tuples_and_numbers.py:29:35: warning[NN505]: the graph is exact under the assumption that max(): the sequence is not empty
#!             return torch.tensor(out), max(out), min(out), sum(out), any([n > 3 for n in out])
#!                                       ^~~~~~~~
#!
#! loop_collects_tuples_and_numbers.py:29:45: warning[NN505]: the graph is exact under the assumption that min(): the sequence is not empty
#!             return torch.tensor(out), max(out), min(out), sum(out), any([n > 3 for n in out])
#!                                                 ^~~~~~~~
#!

#> --class Sizes --input 'x:float32[N,3,W]'
#~ untaken 1 no images have no sizes
#! loop_collects_tuples_and_numbers.py:36:16: warning[NN505]: the graph is exact under the assumption that a list has an item 0
#!             most = shapes[0]
#!                    ^~~~~~~~~
#!

#> --class Repeated --input 'x:float32[N,W]'
#! loop_collects_tuples_and_numbers.py:50:57: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.tensor([x.shape[1]] * x.shape[0]), torch.stack([x[0]] * x.shape[0])
#!                                                             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
