import torch
from torch import Tensor, nn
from typing import Callable, List, Optional, Tuple
try:
    from beartype import beartype
    from beartype.typing import Callable, List, Optional, Tuple
    from jaxtyping import Bool, Float, jaxtyped
except ImportError:  # as plain as they are here
    def beartype(obj=None, **settings):
        return obj if obj is not None else lambda made: made

    jaxtyped = beartype
    Float = Bool = {(Tensor, 'b d'): Tensor, (Tensor, 'b'): Tensor}


@jaxtyped(typechecker=beartype)
def masked(x: Float[Tensor, 'b d'], mask: Bool[Tensor, 'b']) -> Float[Tensor, 'b d']:
    return x * mask[:, None]


class Net(nn.Module):
    @beartype
    def __init__(self, sizes: Tuple[int, ...] = (3, 4), activation: Optional[Callable] = None):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(sizes[:-1], sizes[1:])])
        self.activation = activation or nn.ReLU()

    @beartype(conf=None)
    def forward(self, x: Tensor, names: Optional[List[str]] = None):
        for layer in self.layers:
            x = self.activation(layer(x))
        return masked(x, x.sum(dim=1) > 0)


#> --class Net --input 'x:float32[N,3]' --emit onnx
