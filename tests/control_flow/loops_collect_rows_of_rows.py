import torch
from torch import nn


class NestedTensorRows(nn.Module):
    def forward(self, x):
        out = []
        for img in x:
            rows = []
            for row in img:
                rows.append(row.sum())
            out.append(torch.stack(rows))
        return torch.stack(out)


#> --class NestedTensorRows --input 'x:float32[N,M,4]'
#~ untaken 9 not all of it can be reached
#~ call x=torch.sin(ramp(1,1,4) * 40)
#~ call x=torch.sin(ramp(3,2,4) * 40)
#! loops_collect_rows_of_rows.py:12:24: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!                 out.append(torch.stack(rows))
#!                            ^~~~~~~~~~~~~~~~~
#!
#! loops_collect_rows_of_rows.py:13:16: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(out)
#!                    ^~~~~~~~~~~~~~~~
#!
