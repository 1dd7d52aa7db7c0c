from torch import nn


class Counts(nn.Module):
    def __init__(self):
        super().__init__()
        self.calls = 0
        self.names = []
        self.size = None

    def forward(self, x):
        self.calls += 1
        self.names.append("x")
        return x + len(self.names) * self.calls


class SetsAnew(Counts):
    def forward(self, x):
        self.size = x.shape[0]
        self.names = []
        self.names.append("x")
        return x + self.size * len(self.names)


#> --class Counts --input 'x:float32[N]'
#~ sizes a second call would find the number changed
#~ call x=ramp(3)
#! forward_changes_a_number.py:11:9: warning[NN505]: the graph is exact under the assumption that `calls` is as the constructor left it: `forward` changes it, and a file keeps nothing between runs
#!         def forward(self, x):
#!             ^~~~~~~
#!
#! forward_changes_a_number.py:11:9: warning[NN505]: the graph is exact under the assumption that `names` is as the constructor left it: `forward` changes it, and a file keeps nothing between runs
#!         def forward(self, x):
#!             ^~~~~~~
#!

#> --class SetsAnew --input 'x:float32[N]'
