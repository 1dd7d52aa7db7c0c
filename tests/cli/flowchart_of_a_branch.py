import torch
from torch import nn


class Choice(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(4, 4), nn.ReLU())

    def forward(self, x):
        y = self.body(x)
        if y.sum() > 1:
            y = torch.tanh(y)
        return y


#> --class Choice --input 'x:float32[N,4]' --emit mermaid
#| flowchart TD
#|   i0(["x"])
#|   subgraph s1["body · Sequential"]
#|     n2["0<br/>Linear"]
#|     n3["1<br/>ReLU"]
#|   end
#|   n4["sum"]
#|   n5["gt"]
#|   subgraph s6["if y.sum() #62; 1"]
#|     subgraph s8["then"]
#|       n9["tanh"]
#|     end
#|     subgraph s10["else"]
#|       e11[" "]
#|     end
#|     c7{"If"}
#|   end
#|   o12(["y"])
#|   i0 -->|"f32[N,4]"| n2
#|   n2 -->|"f32[N,4]"| n3
#|   n3 -->|"f32[N,4]"| n4
#|   n4 -->|"f32[]"| n5
#|   n5 -->|"condition bool[]"| c7
#|   n3 -->|"f32[N,4]"| n9
#|   n9 -->|"then f32[N,4]"| c7
#|   n3 -->|"else f32[N,4]"| c7
#|   c7 -->|"f32[N,4]"| o12
