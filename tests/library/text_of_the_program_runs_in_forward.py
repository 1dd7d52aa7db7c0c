import torch
from torch import nn


class Hooked(nn.Module):
    """Parts made and called by names that texts hold, as some depth estimators do."""

    def __init__(self, stages=2):
        super().__init__()
        for i in range(stages):
            value = nn.Linear(4, 4)
            exec(f'self.stage{i + 1} = value')
        self.stages = stages
        self.kept = {}

    def body(self, x):
        for i in range(self.stages):
            x = getattr(self, f'stage{i + 1}')(x)
            self.kept[str(i)] = x
        return x

    def forward(self, x, function='body'):
        exec(f'unused = self.{function}(x)')
        exec('if x.sum() > 0:\n    self.kept["0"] = self.kept["0"] * 2')
        return self.kept['0'], eval('self.kept["1"] + x')


#> --class Hooked --input 'x:float32[N,4]' --emit onnx
#~ call x=torch.ones(2, 4)
#~ call x=-torch.ones(1, 4)
#! text_of_the_program_runs_in_forward.py:22:9: warning[NN505]: the graph is exact under the assumption that `kept` is as the constructor left it: `forward` changes it, and a file keeps nothing between runs
#!         def forward(self, x, function='body'):
#!             ^~~~~~~
#!
