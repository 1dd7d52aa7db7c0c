import numpy as np
import torch
from torch import nn


class Net(nn.Module):
    """What numpy gives for one number is a number, and has what arrays have."""

    def __init__(self, length=48):
        super().__init__()
        x = np.arange(6).reshape(2, 3)
        self.count = 5 * np.ceil(np.log(length)).astype('int').item()
        assert self.count == 20
        assert np.sqrt(2.0).dtype == np.float64 and isinstance(np.sqrt(2.0), float) and np.float64(3).item() == 3
        assert list(range(np.int64(3))) == [0, 1, 2] and [1, 2, 3][np.int64(1)] == 2 and np.int64(3) / 2 == 1.5
        assert np.zeros(np.int64(2)).shape == (2,) and np.array([1., 2.])[0].astype(np.float32).dtype == np.float32
        assert np.arange(3).sum().item() == 3 and np.arange(3)[1].dtype == np.int64
        assert (x.sum(), x.mean().round(2), x[0, 1] + 1, float(x.mean()), int(x.max())) == (15, 2.5, 2, 2.5, 5)
        assert '%d %.2f %s' % (x.max(), x.mean(), x[1, 1]) == '5 2.50 4' and f'{np.float64(1.5):.2f}' == '1.50'
        assert x.std().shape == () and x.std().ndim == 0 and x.std().size == 1 and np.isscalar(x.mean())
        assert sum(x[0]) == 3 and max(x[0]) == 2 and round(np.float64(2.567), 1) == 2.6 and -x[0, 1] == -1
        assert {1: 'a'}[x[0, 1]] == 'a' and x[0, 1] == 1 and np.float64(1.0).reshape(1).shape == (1,)
        assert [7] * x[0, 2] == [7, 7] and x[0, 1] * [7] == [7] and sum([[a] * r for a, r in zip([5, 6], x[0])], []) == [6]
        assert 7 - x[1, 0] == 4 and 7 / np.float64(2) == 3.5 and 2 ** x[0, 2] == 4 and np.float32(2) * 3 == 6
        assert np.stack([np.float64(1), np.float64(2)]).tolist() == [1., 2.] and np.float64(0.5).tolist() == 0.5
        assert not hasattr(np.float64(1), '__len__') and type(x.mean()) is np.float64
        self.linear = nn.Linear(np.int64(3), np.prod([2, 2]))
        self.scale, self.drop = np.sqrt(4.0), nn.Dropout(np.linspace(0, 0.5, 3)[1])
        self.register_buffer('table', torch.full((np.int64(2), 4), np.float64(0.5)))
        self.sizes = (np.int64(2), np.int64(2))

    def forward(self, x):
        y = self.drop(self.linear(x)) / self.scale + self.table[np.int64(1)] * np.float64(3)
        z = y.reshape(-1, *self.sizes).sum(np.int64(1)).clamp(min=np.float64(0.25))
        return z, np.float64(2) * y, torch.arange(np.int64(3)), y[:, :np.int64(2)], y ** np.float64(2)


#> --class Net --input 'x:float32[N,3]' --emit onnx
