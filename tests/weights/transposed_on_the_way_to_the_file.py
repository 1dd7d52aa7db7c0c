import torch
from torch import nn


class Deep(nn.Module):
    """Linear layers of three axes, whose sizes are no multiples of a tile."""

    def __init__(self, dtype=None):
        super().__init__()
        self.up = nn.Linear(19, 333, dtype=dtype)
        self.down = nn.Linear(333, 37, bias=False, dtype=dtype)

    def forward(self, x):
        return self.down(torch.relu(self.up(x)))


class Twice(nn.Module):
    """One layer at two places, one of them in a branch."""

    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(4, 4, bias=False)

    def forward(self, x):
        x = self.layer(x)
        if x.sum() > 0:
            return self.layer(x)
        return x - 1


class Tied(nn.Module):
    """The embedding's rows and the last layer's are one tensor."""

    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(2, 2)
        self.head = nn.Linear(2, 2, bias=False)
        self.head.weight = self.embed.weight

    def forward(self, x):
        return self.head(self.embed(x))


class Batched(nn.Module):
    """Not a Linear: matrices of a stack, and axes that move further."""

    def __init__(self):
        super().__init__()
        self.stack = nn.Parameter(torch.zeros(3, 5, 4))
        self.register_buffer("table", torch.zeros(2, 6, 7))

    def forward(self, x):
        return x @ self.stack.transpose(1, 2), x.sum() * self.table.permute(2, 0, 1)


#> --class Deep --input 'x:float32[N,M,19]' --weights $CKPT

#> --class Deep --input 'x:float32[N,M,19]' --weights $CKPT --external-data
#~ save Safetensors(sd)

#> --class 'Deep(torch.float64)' --input 'x:float64[N,2,19]' --weights $CKPT

#> --class Twice --input 'x:float32[2,2,4]' --weights $CKPT
#~ call x=ones(2, 2, 4)
#~ call x=-ones(2, 2, 4)
#~ weights {k: torch.full((4, 4), 0.5) + torch.arange(4.0) for k in sd}

#> --class Batched --input 'x:float32[3,N,4]' --weights $CKPT

#> --class Tied --input 'x:int64[N,2]' --weights $CKPT
#~ with x=integers(0, 2)

#> --class Tied --input 'x:int64[1,1]' --weights $CKPT --emit onnxtxt -o -
#~ weights {k: torch.tensor([[1.0, 2.0], [3.0, 4.0]]) for k in sd}
#| <
#|    ir_version: 8,
#|    opset_import: ["" : 17],
#|    producer_name: "nnscan",
#|    producer_version: "0.1.0",
#|    metadata_props: ["nnscan.version": "0.1.0"]
#| >
#| Tied (int64[1,1] x) => (float[1,1,2] output_0) <
#|    float[2,2] "embed.weight" = {1.0,2.0,3.0,4.0},
#|    float[1,1,2] "/embed/Gather_output_0",
#|    float[2,2] "/head/Transpose_output_0"> {
#|    ["/embed/Gather"] "/embed/Gather_output_0" = Gather ("embed.weight", x)  # source: transposed_on_the_way_to_the_file.py:41 module: embed (Embedding) torch: torch.nn.Embedding
#|    ["/head/Transpose"] "/head/Transpose_output_0" = Transpose <perm: ints = [1, 0]> ("embed.weight")  # source: transposed_on_the_way_to_the_file.py:41 module: head (Linear) torch: torch.nn.Linear
#|    ["/head/MatMul"] output_0 = MatMul ("/embed/Gather_output_0", "/head/Transpose_output_0")  # source: transposed_on_the_way_to_the_file.py:41 module: head (Linear) torch: torch.nn.Linear
#| }

#> --class 'nn.Linear(2, 3, bias=False)' --input 'input:float32[1,1,2]' --weights $CKPT --emit onnxtxt -o -
#~ weights {'weight': torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])}
#| <
#|    ir_version: 8,
#|    opset_import: ["" : 17],
#|    producer_name: "nnscan",
#|    producer_version: "0.1.0",
#|    metadata_props: ["nnscan.version": "0.1.0"]
#| >
#| Linear (float[1,1,2] input) => (float[1,1,3] output_0) <
#|    float[2,3] weight_transposed = {1.0,3.0,5.0,2.0,4.0,6.0}> {
#|    ["/MatMul"] output_0 = MatMul (input, weight_transposed)  # source: <prelude>/torch/nn/modules/linear.py:40 module: (Linear) torch: torch.nn.Linear
#| }

#> --class 'nn.Linear(2, 3, bias=False)' --input 'input:float32[1,1,2]' --init inputs --emit onnxtxt -o -
#| <
#|    ir_version: 8,
#|    opset_import: ["" : 17],
#|    producer_name: "nnscan",
#|    producer_version: "0.1.0",
#|    metadata_props: ["nnscan.version": "0.1.0"]
#| >
#| Linear (float[1,1,2] input, float[3,2] weight) => (float[1,1,3] output_0) <
#|    float[2,3] "/Transpose_output_0"> {
#|    ["/Transpose"] "/Transpose_output_0" = Transpose <perm: ints = [1, 0]> (weight)  # source: <prelude>/torch/nn/modules/linear.py:40 module: (Linear) torch: torch.nn.Linear
#|    ["/MatMul"] output_0 = MatMul (input, "/Transpose_output_0")  # source: <prelude>/torch/nn/modules/linear.py:40 module: (Linear) torch: torch.nn.Linear
#| }
