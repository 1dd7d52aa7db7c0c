import numpy as np
import torch
from torch import nn


class Arithmetic(nn.Module):
    def forward(self, x, i):
        a, k = x.detach().cpu().numpy(), i.numpy()
        b = a * 2 + k.astype(np.float32)[:, None] - np.float32(0.5)
        c = (a / 3 > 0) & (a < 1.0)
        d = np.where(c, a, -1.0)
        e = k // 2 - k % 3 + k ** 2
        f = np.maximum(a, 0.25).sum(axis=1, keepdims=True) / np.sqrt(np.abs(a) + 1).mean()
        g = k / 2
        return tuple(torch.from_numpy(part) for part in (b, d, e, f, g)) + (torch.as_tensor(a.max(axis=0)),
                                                                           torch.tensor(c))


#> --class Arithmetic --input 'x:float32[N,M]' --input 'i:int64[N]' --emit onnx


class Lengths(nn.Module):
    """As speech models sort and pack."""

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 2, batch_first=True)

    def forward(self, x, lengths):
        lengths = lengths.cpu().numpy()
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True)
        y, _ = self.lstm(packed)
        return nn.utils.rnn.pad_packed_sequence(y, batch_first=True)[0]


#> --class Lengths --input 'x:float32[N,T,3]' --input 'lengths:int64[N]' --emit onnx
#~ call x=torch.randn(2, 4, 3), lengths=torch.tensor([4, 2])
#~ call x=torch.randn(1, 5, 3), lengths=torch.tensor([5])
#~ call x=torch.randn(2, 1, 3), lengths=torch.tensor([1, 1])
#~ call x=torch.randn(3, 2, 3), lengths=torch.tensor([2, 2, 1])


class Moved(nn.Module):
    def forward(self, x):
        a = x.numpy()
        order = np.argsort(-a.sum(axis=1), kind='stable')
        parts = [a[order], a[::-1].copy(), np.concatenate([a, a * 2], axis=-1), np.stack([a, a]), a.T.copy(),
                 a[:, :2].reshape(-1), np.transpose(a[None], (1, 2, 0)).copy(), np.expand_dims(a, 1),
                 np.repeat(a, 2, axis=0), np.tile(a, (1, 2)), np.cumsum(a, axis=1), np.clip(a, -0.5, 0.5)]
        return [torch.from_numpy(np.ascontiguousarray(part)) for part in parts]


#> --class Moved --input 'x:float32[N,3]' --emit onnx
#~ call x=torch.tensor([[1., 2., 3.], [5., -1., 2.], [0., 0., 9.]])
#~ call x=torch.tensor([[1., 2., -3.]])


class Ordered(nn.Module):
    def forward(self, x):
        return torch.from_numpy(np.argsort(x.numpy()))


#> --class Ordered --input 'x:float32[N,3]' --emit onnx
#! numpy_computes_with_the_numbers_of_the_run.py:60:33: warning[NN505]: the graph is exact under the assumption that no two numbers that `np.argsort` orders are equal: numpy leaves their order open
#!             return torch.from_numpy(np.argsort(x.numpy()))
#!                                     ^~~~~~~~~~~~~~~~~~~~~
#!


class DividedByZero(nn.Module):
    """Of whole numbers that is nothing, where torch raises."""

    def forward(self, i, k):
        a, b = i.numpy(), k.numpy()
        return torch.from_numpy(a // b), torch.from_numpy(a % b), torch.from_numpy(10 // b), torch.from_numpy(b % 3)


#> --class DividedByZero --input 'i:int64[N]' --input 'k:int64[N]' --emit onnx
#~ call i=torch.tensor([-7, 7, 5, 0]), k=torch.tensor([2, -2, 0, 0])
#~ call i=torch.tensor([3]), k=torch.tensor([0])


class Memory(nn.Module):
    """The array is the tensor's memory."""

    def forward(self, x):
        x = x.clone()
        a = x.numpy()
        a[0] = 7
        a[:, 1] *= 2
        x.add_(1)
        return x, torch.from_numpy(a) + 0


#> --class Memory --input 'x:float32[N,3]' --emit onnx


class Decided(nn.Module):
    """Numbers that leave the array choose branches and count loops."""

    def forward(self, x, n):
        a = x.numpy()
        if a.mean() > 0:
            x = x * 2
        if (a > 3).any():
            x = x + 10
        for _ in range(n.numpy()[0]):
            x = x * 1.5
        return x * float(a[0, 0]) + int(n.numpy().sum())


#> --class Decided --input 'x:float32[N,3]' --input 'n:int64[2]' --emit onnx
#~ call x=torch.ones(2, 3), n=torch.tensor([2, 5])
#~ call x=-torch.ones(1, 3), n=torch.tensor([0, 1])
#~ call x=torch.full((3, 3), 4.), n=torch.tensor([1, 1])
#~ call x=torch.tensor([[-9., 4., 0.]]), n=torch.tensor([3, 1])


class Kinds(nn.Module):
    """numpy's dtypes, not torch's: whole numbers over numbers of float64, and small ones add up in int64."""

    def forward(self, i, h):
        a, b = i.numpy(), h.numpy()
        return (torch.from_numpy(a / 2), torch.from_numpy(np.sqrt(a)), torch.from_numpy(a * 0.5),
                torch.from_numpy(a.astype(np.int32) * b), torch.from_numpy(b.sum(axis=0)),
                torch.from_numpy(b.cumsum(axis=1)), torch.from_numpy(b + 1), torch.from_numpy(a.mean(axis=0)))


#> --class Kinds --input 'i:int64[N,3]' --input 'h:int32[N,3]' --emit onnx
#~ with i=integers(0, 50), h=integers(0, 50)


class Periods(nn.Module):
    """Folds a series by the periods that its spectrum tells, which numpy divides out."""

    def __init__(self, length=10, count=2):
        super().__init__()
        self.length, self.count = length, count
        self.conv = nn.Conv2d(3, 3, 3, padding=1)

    def forward(self, x):
        batch, steps, width = x.size()
        spectrum = abs(torch.fft.rfft(x, dim=1))
        strength = spectrum.mean(0).mean(-1)
        strength[0] = 0
        best = torch.topk(strength, self.count)[1].detach().cpu().numpy()
        periods, found = steps // best, []
        for i in range(self.count):
            period = periods[i]
            if self.length % period != 0:
                full = (self.length // period + 1) * period
                y = torch.cat([x, torch.zeros([batch, full - self.length, width])], dim=1)
            else:
                full, y = self.length, x
            y = self.conv(y.reshape(batch, full // period, period, width).permute(0, 3, 1, 2))
            found.append(y.permute(0, 2, 3, 1).reshape(batch, -1, width)[:, :self.length])
        weights = torch.softmax(spectrum.mean(-1)[:, best], dim=1)
        return (torch.stack(found, dim=-1) * weights[:, None, None]).sum(-1)


#> --class Periods --input 'x:float32[N,10,3]' --emit onnx
#~ call x=torch.cos(torch.arange(10.) * 0.628319).reshape(1, 10, 1) + torch.cos(torch.arange(10.) * 1.884956).reshape(10, 1) / 2 + torch.zeros(3)
#~ call x=torch.cos(torch.arange(10.) * 0.628319).reshape(1, 10, 1) / 2 + torch.cos(torch.arange(10.) * 1.884956).reshape(10, 1) + torch.zeros(2, 10, 3)
#~ call x=torch.cos(torch.arange(10.) * 0.628319).reshape(1, 10, 1) / 2 + torch.cos(torch.arange(10.) * 1.256637).reshape(10, 1) + torch.zeros(3)
